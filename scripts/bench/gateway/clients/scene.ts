import type { Lane, Ledger } from './ledger.ts';

/** A server with clients on it. */
export interface Scene {
  readonly ledger: Ledger;
  /** Of the conversations, both directions of each. */
  readonly lanes: readonly Lane[];
  /** Opens sockets that listen and say nothing. */
  openIdle(count: number): Promise<void>;
  close(): Promise<void>;
}

export interface Cast {
  readonly conversations: number;
  /** How many conversations each agent's socket has. */
  readonly perAgent: number;
}

/** So many sockets are being opened at once. */
export const OPEN_AT_ONCE = 64;

export const CLOSE_AT_ONCE = 500;

/** What a visitor or an agent writes, about as long as such messages are. */
export const TEXT = 'Is the blue one in stock, and when would it be here?';

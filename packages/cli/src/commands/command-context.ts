import type { Terminal } from '../terminal.ts';

/** What every command gets besides its arguments. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Epoch ms; the clock is read in one place. */
  readonly now: number;
}

export interface JsonOption {
  readonly json?: boolean;
}

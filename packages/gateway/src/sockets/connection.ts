/** One open way to a client: a WebSocket, or a streamed answer with POSTs. */
export interface Connection {
  readonly id: string;
  /**
   * Sends a frame; one that cannot be sent any more is dropped. A client that
   * takes nothing is given up when too much waits for it; it comes back.
   */
  send(frame: object): void;
  /** Resolves when what was sent is on its way, or will never be. */
  sent(): Promise<void>;
  /** @param code As a WebSocket's close has it. */
  close(code: number, reason: string): void;
  /** Takes nothing more from the client until it goes on. */
  pause(): void;
  resume(): void;
}

/** Why a connection is closed; 4000 and over are ours. */
export const CLOSE = {
  /** The gateway stops: connect again. */
  goingAway: 1001,
  /** The client breaks a rule that it knows. */
  policy: 1008,
  /** The gateway cannot go on: connect again later. */
  tryLater: 1013,
  /** The token or the login has ended. */
  ended: 4401,
  /** WS3: no hello, or no answer to a ping. */
  silent: 4408,
} as const;

/** What may wait for a client. An agent's list of all that waits is long. */
export const MAX_BUFFERED_BYTES = {
  consumer: 2_097_152,
  agent: 33_554_432,
} as const;

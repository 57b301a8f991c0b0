/** One open way to a client: a WebSocket, or a streamed answer with POSTs. */
export interface Connection {
  readonly id: string;
  /** Sends a frame; one that cannot be sent any more is dropped. */
  send(frame: object): void;
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

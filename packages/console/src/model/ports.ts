/**
 * All that the model touches of the world. The page hands in a browser's
 * (adapters/), tests and the harness their own.
 */
export interface Ports {
  /** Epoch ms of this machine. */
  now(): number;
  /** @returns Gives the timer up. */
  later(run: () => void, ms: number): () => void;
  /** At least 0, less than 1. */
  random(): number;
  uuid(): string;
  /** Answers of the gateway; never rejects. */
  request: Request;
  openWire: OpenWire;
  /** Survives a reload of this tab. */
  readonly keep: Shelf;
  /** Survives the tab: what the agent prefers. */
  readonly prefer: Shelf;
  readonly page: PageSignals;
  play(sound: Sound): void;
}

export type Sound = 'message' | 'waiting';

export type Request = (
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
) => Promise<Answer>;

export interface Answer {
  /** Of HTTP; 0 when the gateway could not be reached. */
  readonly status: number;
  /** What JSON it said, undefined for none. */
  readonly body: unknown;
}

/** A connection that carries frames, by either way. */
export interface Wire {
  send(text: string): void;
  /** Nothing is reported after it. */
  close(): void;
}

export interface WireEvents {
  /** The gateway let it in; the hello is on its way. */
  onOpen(): void;
  onText(text: string): void;
  /** Once, and last. */
  onClose(): void;
}

/** `socket` is a WebSocket, `stream` a streamed answer and POST. */
export type WireKind = 'socket' | 'stream';

/** @param hello The first frame, sent as soon as it can be. */
export type OpenWire = (
  kind: WireKind,
  hello: string,
  events: WireEvents,
) => Wire;

/** Texts by name. Every call may fail unseen: storage can be blocked or full. */
export interface Shelf {
  read(name: string): string | undefined;
  write(name: string, text: string): void;
  erase(name: string): void;
}

export type PageSignal = 'online' | 'offline' | 'shown' | 'hidden' | 'focus';

export interface PageSignals {
  /** Visible and focused: what is shown is read. */
  isLookedAt(): boolean;
  /** @returns Stops it. */
  on(listener: (signal: PageSignal) => void): () => void;
}

import type { Stop } from '../host.ts';

/** What the talk touches of the world: the gateway, and other tabs. */
export interface TalkPorts {
  /** 0 to 1. */
  random(): number;
  /** Opens a way to the gateway; frames are JSON texts. */
  connect(way: Way, hear: HearWire): Wire;
  readonly tabs: TabPorts;
}

/** By WebSocket, or by a streamed answer and POST where that is blocked. */
export type Way = 'socket' | 'stream';

export interface HearWire {
  opened(): void;
  frame(text: string): void;
  /** Once; also when it could not be opened. Nothing comes after it. */
  closed(): void;
}

export interface Wire {
  send(text: string): void;
  /** `closed` is not told then. */
  close(): void;
}

/** Between the tabs of the origin. */
export interface TabPorts {
  /** False: each visible tab is by itself (WM6). */
  readonly hasLocks: boolean;
  openChannel(hear: (message: unknown) => void): Channel;
  /**
   * Asks for the origin's lock, and waits for it when another tab has it.
   *
   * @param told True: it is ours, false: another tab has it, as yet or anew.
   * @param isStolen Takes it from whoever has it.
   * @returns Gives it back.
   */
  takeLock(told: (isOurs: boolean) => void, isStolen?: boolean): Stop;
  /** Another document is about to take the page's place, if all goes well. */
  onNavigate(run: () => void): void;
}

export interface Channel {
  post(message: object): void;
  close: Stop;
}

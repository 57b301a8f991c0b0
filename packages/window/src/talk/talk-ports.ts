import type { AttributeSource } from './talk-part.ts';
import type { Stop } from '../host.ts';

/** What the talk touches of the world: the gateway, other tabs, what is kept, and
 * the visitor's ears. */
export interface TalkPorts {
  /** What the site reports; none in the tab of WM4. */
  readonly source?: AttributeSource | undefined;
  /** 0 to 1. */
  random(): number;
  /** Opens a way to the gateway; frames are JSON texts. */
  connect(way: Way, hear: HearWire): Wire;
  /**
   * One request to the gateway's API of the site.
   *
   * @returns Whether the gateway took it.
   */
  post(path: string, body: object): Promise<boolean>;
  /** @returns Hex of SHA-256; rejects where the browser cannot. */
  digest(text: string): Promise<string>;
  readonly tabs: TabPorts;
  readonly database: Database;
  readonly signal: Signal;
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

/** Of the device, for what is long; each call may fail in silence (ST5). */
export interface Database {
  read(record: RecordName): Promise<unknown>;
  write(record: RecordName, value: unknown): Promise<void>;
}

export type RecordName = 'transcript' | 'outbox';

/** How somebody who looks elsewhere is told (WF2). */
export interface Signal {
  /** A visitor did something: browsers allow sound from now on. */
  wake(): void;
  chime(): void;
  /** In the tab's title. 0 gives it back. */
  count(unread: number): void;
  /** By the browser, where the visitor allowed it; one at a time. */
  notify(news: News): void;
  /** Takes the notification back. */
  unnotify(): void;
}

export interface News {
  readonly title: string;
  readonly text: string;
  clicked(): void;
}

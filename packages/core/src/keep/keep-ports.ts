import { guard } from '../guard.ts';
import type { Ports, Stop } from '../ports.ts';
import { attempt } from './attempt.ts';
import { createDocumentPorts } from './document-ports.ts';
import { local } from './local.ts';
import { seldom } from './seldom.ts';
import { createOutbox, eraseOutbox, type Outbox } from './outbox.ts';
import { takeLock } from './take-lock.ts';

/** What the chunk `keep` touches of the world besides the core's ports. */
export interface KeepPorts {
  /** Runs when the main thread is free, after 200 ms at the latest (CO4). */
  idle(run: () => void): void;
  openChannel(hear: (message: unknown) => void): Channel;
  /** Without it no tab knows who writes: each goes on by itself. */
  readonly hasLocks: boolean;
  /**
   * Asks for the origin's lock, and waits for it when another tab has it.
   *
   * @param told True: it is ours, false: another tab has it as yet.
   * @returns Gives it back.
   */
  takeLock(told: (isOurs: boolean) => void): Stop;
  /** Arrays have no toJSON of the page's, which makes ours garbage (HP1). */
  readonly isUsable: boolean;
  /** Global Privacy Control (ST3). */
  readonly hasOptedOut: boolean;
  /** Costs a phone 100 ms (CO4). */
  timeZone(): string;
  write(text: string): void;
  readCookie(): string;
  /** The document's title, or something else in its head, is another. */
  onTitle(run: () => void): void;
  /** Another document is about to take the page's place, if all goes well. */
  onNavigate(run: () => void): void;
  writeCookie(value: string, domain: string | null): void;
  /** Everything that the tag ever wrote (ST2). */
  erase(domain: string | null): void;
  /** @returns The status of the answer; rejects when there was none in 10 s. */
  post(path: string, body: string): Promise<number>;
  /** For a page that goes away; false when the browser refused, or has no
   * network: it would not say so later. */
  beacon(path: string, body: string): boolean;
  readonly outbox: Outbox;
}

export interface Channel {
  post(message: object): void;
  close: Stop;
}

const COOKIE_SECONDS = 34_164_000; // 13 months
const TIMEOUT_MS = 10_000;

export function createKeepPorts(
  key: string,
  base: string,
  { later, page, undo }: Ports,
): KeepPorts {
  const url = (path: string) => base + path;
  const writeCookie = (
    value: string,
    domain: string | null,
    seconds = COOKIE_SECONDS,
  ) =>
    attempt(() => {
      const secure = page().url.startsWith('https:') ? ';secure' : '';
      const where = domain ? `;domain=${domain}` : '';
      document.cookie = `${key}=${value};path=/;samesite=lax;max-age=${seconds}${secure}${where}`;
    });
  return {
    idle(run) {
      // Safari has had idle callbacks for a year only.
      if (!window.requestIdleCallback) return void later(run, 1);
      const id = requestIdleCallback(
        guard(() => {
          stop();
          run();
        }),
        { timeout: 200 },
      );
      const stop = undo(() => cancelIdleCallback(id));
    },
    openChannel(hear) {
      const channel = new BroadcastChannel(key);
      channel.onmessage = guard(({ data }: MessageEvent) => hear(data));
      return {
        post: (message) => channel.postMessage(message),
        close: undo(() => channel.close()),
      };
    },
    // Pages without https have none.
    hasLocks: !!navigator.locks,
    takeLock: (told) => undo(takeLock(key, told)),
    ...createDocumentPorts(undo),
    isUsable: JSON.stringify([0]) === '[0]',
    hasOptedOut: !!navigator.globalPrivacyControl,
    timeZone: seldom(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
    write: (text) => void local('setItem', key, text),
    readCookie() {
      let value = '';
      attempt(() => {
        const pair = document.cookie
          .split('; ')
          .find((each) => each.startsWith(`${key}=`));
        value = pair?.slice(key.length + 1) ?? '';
      });
      return value;
    },
    writeCookie,
    erase: seldom((domain) => {
      // One of the page's own host may be of a config without a domain.
      for (const each of [domain, null]) writeCookie('', each, 0);
      eraseOutbox(key);
      // The chunk `window` need not be here to have been here.
      for (const each of [key, `${key}-window`]) {
        local('removeItem', each);
        attempt(() => sessionStorage.removeItem(each));
        attempt(() => void indexedDB.deleteDatabase(each));
      }
    }),
    post: async (path, body) => {
      const answer = await fetch(url(path), {
        method: 'POST',
        body,
        // No preflight; and nothing of the page's address but its origin.
        headers: { 'content-type': 'text/plain' },
        credentials: 'omit',
        referrerPolicy: 'origin',
        keepalive: true,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return answer.status;
    },
    beacon: seldom(
      (path, body) => navigator.onLine && navigator.sendBeacon(url(path), body),
    ),
    outbox: createOutbox(key),
  };
}

import type { Contestant } from '../contestants/contestant.ts';
import type { Load } from '../browser/load.ts';
import { readMainThread } from './main-thread.ts';
import { readPaintedAt } from './painted-at.ts';
import { readRequests } from './requests.ts';
import { readTasks } from './tasks.ts';

/** What one load of one page cost. Undefined: it never came. */
export interface Measures {
  /** Over the wire, all of the page's. */
  readonly bytes: number;
  readonly requests: number;
  /** Thread time of tasks in which a script ran, without the page's own work. */
  readonly scriptMs: number;
  /** Thread time of all tasks, rendering and all. */
  readonly mainMs: number;
  /** The longest of the tasks in which a script ran, as `scriptMs` counts. */
  readonly longestMs: number;
  /** What these tasks take beyond 50 ms each. */
  readonly blockingMs: number;
  readonly heapBytes: number;
  /** All three after the page came to the tag, by the clock. */
  readonly eventMs: number | undefined;
  readonly offerMs: number | undefined;
  readonly paintedMs: number | undefined;
}

const LONG_MS = 50;

export function measure(
  { isEvent }: Contestant,
  { events, heapBytes }: Load,
): Measures {
  const main = readMainThread(events);
  const { offerAt, snippetAt } = main;
  const requests = readRequests(main);
  const tasks = readTasks(main);
  const scripts = tasks.map(({ scriptMs }) => scriptMs);
  const since = (at: number | undefined) =>
    at === undefined ? undefined : (at - snippetAt) / 1000;
  return {
    bytes: sum(requests.map(({ bytes }) => bytes)),
    requests: requests.length,
    scriptMs: sum(scripts),
    mainMs: sum(tasks.map(({ cpuMs }) => cpuMs)),
    longestMs: Math.max(0, ...scripts),
    blockingMs: sum(scripts.map((ms) => Math.max(0, ms - LONG_MS))),
    heapBytes,
    eventMs: requests.find(isEvent)?.atMs,
    offerMs: since(offerAt),
    paintedMs: since(readPaintedAt(main)),
  };
}

const sum = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0);

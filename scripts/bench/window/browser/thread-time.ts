import type { TraceEvent } from '../../tag/trace/trace-event.ts';

/** As little as it needs: tracing costs time, too. */
export const TRACE_CATEGORIES = [
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
];

export interface ThreadTime {
  /** Of all tasks of the page's main thread between the marks. */
  readonly allMs: number;
  readonly longestMs: number;
}

/**
 * The main thread's own time from the tap to the character: waiting for a core,
 * for the network, or for the next frame is not in it.
 *
 * @throws When the page made no marks.
 */
export function readThreadTime(events: readonly TraceEvent[]): ThreadTime {
  const find = (name: string) => events.find((event) => event.name === name);
  const down = find('bench-down');
  const shown = find('bench-shown');
  if (!down || !shown)
    throw new Error('Failed to read a trace: the page made no marks.');
  const tasks = events
    .filter(
      ({ dur = 0, name, pid, tid, ts }) =>
        name === 'RunTask' &&
        pid === shown.pid &&
        tid === shown.tid &&
        ts + dur > down.ts &&
        ts < shown.ts,
    )
    .map(({ tdur = 0 }) => tdur / 1000);
  return {
    allMs: tasks.reduce((sum, each) => sum + each, 0),
    longestMs: Math.max(...tasks),
  };
}

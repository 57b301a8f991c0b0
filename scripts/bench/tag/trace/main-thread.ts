import { PAGE_SCRIPT_LINES } from '../serve/page-script.ts';
import type { TraceEvent } from './trace-event.ts';

/** The main thread of the page's own frame. */
export interface MainThread {
  /** Those that have a length, outer before inner. */
  readonly spans: readonly Span[];
  /** All of the page's process. */
  readonly events: readonly TraceEvent[];
  /** When the page came to the tag, in the trace's microseconds. */
  readonly snippetAt: number;
  /** When an offer stood in the document. */
  readonly offerAt: number | undefined;
  /** Whether it is the page's script that looks out for the offer. */
  isWatch(span: Span): boolean;
}

export interface Span {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly from: number;
  readonly to: number;
  /** Milliseconds of the thread's own time: waiting for a core is not in it. */
  readonly cpuMs: number;
}

/**
 * @throws When the page never came to the tag.
 */
export function readMainThread(events: readonly TraceEvent[]): MainThread {
  const mark = (name: string) =>
    events.find((event) => event.name === name && event.ph !== 'M');
  const snippet = mark('bench-snippet');
  if (!snippet)
    throw new Error('Failed to read a trace: the page made no mark.');
  const { pid, tid } = snippet;
  const offer = mark('bench-offer');
  const spans = events
    .filter(
      (event) => event.ph === 'X' && event.pid === pid && event.tid === tid,
    )
    .map(({ name, args, ts, dur = 0, tdur = 0 }): Span => ({
      name,
      data: args.data ?? {},
      from: ts,
      to: ts + dur,
      cpuMs: tdur / 1000,
    }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const watch = spans.find(
    ({ name, from, to }) =>
      name === 'EvaluateScript' && from <= snippet.ts && to >= snippet.ts,
  );
  return {
    spans,
    // A function's place in the page tells whose it is.
    isWatch: ({ name, data }) =>
      name === 'FunctionCall' &&
      data['url'] === watch?.data['url'] &&
      Number(data['lineNumber']) <
        Number(watch?.data['lineNumber']) + PAGE_SCRIPT_LINES,
    events: events.filter((event) => event.pid === pid),
    snippetAt: snippet.ts,
    offerAt: offer?.ts,
  };
}

/** What Chromium's tracing writes, as far as the bench reads it. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  /** Microseconds by the clock, and of the thread's own time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: Readonly<Record<string, unknown>> };
}

/** As little as the measures need: tracing costs time, too. */
export const TRACE_CATEGORIES = [
  // Script, rendering, requests, garbage collection, all with thread time.
  'devtools.timeline',
  // The tasks around them.
  'disabled-by-default-devtools.timeline',
  // The marks of the page.
  'blink.user_timing',
  'v8',
  // Microtasks: all that follows a promise.
  'v8.execute',
];

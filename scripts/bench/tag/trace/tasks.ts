import type { MainThread, Span } from './main-thread.ts';

/** A script at work: compiled, run, called back; and its garbage. */
const SCRIPT = new Set([
  'EvaluateScript',
  'v8.compile',
  'v8.run',
  'v8.callFunction',
  'v8.evaluateModule',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'EventDispatch',
  'XHRReadyStateChange',
  'XHRLoad',
  'MinorGC',
  'MajorGC',
  'BlinkGC.AtomicPhase',
]);

/** The page's own work: reading its HTML, styles, layout, painting. */
const PAGE = new Set([
  'ParseHTML',
  'ParseAuthorStyleSheet',
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
]);

const TASK = 'RunTask';

export interface Task {
  /** All of it. */
  readonly cpuMs: number;
  /** Without what the page does by itself; 0 where no script ran. */
  readonly scriptMs: number;
}

/**
 * The tasks of the main thread since the page came to the tag, in thread time.
 *
 * A task in which a script ran is the script's, without reading HTML, styles,
 * layout and painting outside of scripts. So a layout that a script forces
 * counts, and what the browser does for a script as well: reading JSON that was
 * fetched, say. Where HTML is read, scripts alone count; the script of the
 * bench itself never does.
 */
export function readTasks(main: MainThread): readonly Task[] {
  const { spans, snippetAt } = main;
  const tasks: Task[] = [];
  let index = 0;
  while (index < spans.length) {
    const task = spans[index];
    index += 1;
    if (task?.name !== TASK) continue;
    const inside: Span[] = [];
    for (let next; (next = spans[index]) && next.from < task.to; index += 1)
      inside.push(next);
    if (task.to > snippetAt)
      tasks.push({
        cpuMs: task.cpuMs,
        scriptMs: readScript(main, task, inside),
      });
  }
  return tasks;
}

function readScript(
  { snippetAt, isWatch }: MainThread,
  task: Span,
  inside: readonly Span[],
): number {
  let scriptMs = 0;
  let watchMs = 0;
  let pageMs = 0;
  let scriptTo = 0;
  let pageTo = 0;
  for (const span of inside) {
    if (span.to < snippetAt) continue;
    if (isWatch(span)) watchMs += span.cpuMs;
    if (span.from < scriptTo) continue;
    if (SCRIPT.has(span.name)) {
      scriptMs += span.cpuMs;
      scriptTo = span.to;
      // A script amid the page's work is no work of the page.
      if (span.from < pageTo) pageMs -= span.cpuMs;
    } else if (PAGE.has(span.name) && span.from >= pageTo) {
      pageMs += span.cpuMs;
      pageTo = span.to;
    }
  }
  if (scriptMs <= watchMs) return 0;
  const isReading = inside.some(({ name }) => name === 'ParseHTML');
  return (isReading ? scriptMs : task.cpuMs - pageMs) - watchMs;
}

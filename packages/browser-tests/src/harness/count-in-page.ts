import type { CDPSession, Page } from 'playwright';

/** What a page holds, after everything that can go has gone. */
export interface PageCounts {
  readonly nodes: number;
  readonly listeners: number;
  readonly heapBytes: number;
}

/** By the DevTools protocol: Chromium alone. */
export async function countInPage(devtools: CDPSession): Promise<PageCounts> {
  await devtools.send('Performance.enable');
  // Twice: what the first lets go of, the second collects.
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const read = (name: string) =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    nodes: read('Nodes'),
    listeners: read('JSEventListeners'),
    heapBytes: read('JSHeapUsedSize'),
  };
}

/** Types of the listeners on window and document, in order. */
export async function listListeners(devtools: CDPSession): Promise<string[]> {
  const types: string[] = [];
  for (const expression of ['window', 'document']) {
    const { result } = await devtools.send('Runtime.evaluate', { expression });
    if (!result.objectId) throw new Error(`There is no ${expression}.`);
    const { listeners } = await devtools.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId,
    });
    types.push(...listeners.map(({ type }) => `${expression} ${type}`));
  }
  return types.sort();
}

/** Counts timers that wait, from before the page's own scripts on. */
export function watchTimers(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const waiting = new Set<number>();
    const { setTimeout, setInterval, clearTimeout, clearInterval } = window;
    Object.assign(window, {
      waitingTimers: waiting,
      setTimeout(task: (...given: unknown[]) => void, ms?: number) {
        const id = setTimeout(() => {
          waiting.delete(id);
          task();
        }, ms);
        waiting.add(id);
        return id;
      },
      setInterval(task: () => void, ms?: number) {
        const id = setInterval(task, ms);
        waiting.add(id);
        return id;
      },
      clearTimeout(id: number) {
        waiting.delete(id);
        clearTimeout(id);
      },
      clearInterval(id: number) {
        waiting.delete(id);
        clearInterval(id);
      },
    });
  });
}

import type { Browser, CDPSession } from 'playwright';
import { TRACE_CATEGORIES, type TraceEvent } from '../trace/trace-event.ts';
import { userAgentOf } from './launch.ts';
import type { Profile } from './profile.ts';

export interface Load {
  readonly events: readonly TraceEvent[];
  /** Of the page's scripts, after the garbage went. */
  readonly heapBytes: number;
}

export interface Look {
  /** How many times slower the CPU is. */
  readonly slowDown: number;
  readonly watchMs: number;
}

/**
 * Opens the page once as a visitor who was never there, with nothing in any
 * cache, and looks on for so long.
 */
export async function load(
  browser: Browser,
  url: string,
  { network }: Profile,
  { slowDown, watchMs }: Look,
): Promise<Load> {
  const context = await browser.newContext({
    userAgent: userAgentOf(browser),
    viewport: { width: 1280, height: 800 },
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setExtraHTTPHeaders', {
      headers: { 'Accept-Encoding': 'gzip' },
    });
    if (network)
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: network.latencyMs,
        downloadThroughput: network.bytesPerSecond,
        uploadThroughput: network.bytesPerSecond,
      });
    await session.send('Emulation.setCPUThrottlingRate', {
      rate: slowDown,
    });
    await browser.startTracing(page, { categories: TRACE_CATEGORIES });
    await page.goto(url);
    await page.waitForTimeout(watchMs);
    const trace = await browser.stopTracing();
    return {
      events: (
        JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] }
      ).traceEvents,
      heapBytes: await readHeap(session),
    };
  } finally {
    await context.close();
  }
}

async function readHeap(session: CDPSession): Promise<number> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

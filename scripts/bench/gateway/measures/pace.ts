import { setTimeout as wait } from 'node:timers/promises';
import type { Scene } from '../clients/scene.ts';
import { quantile } from './quantile.ts';

/** From send to the other side. */
export interface Times {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly count: number;
}

const TICK_MS = 1;

/**
 * Sends at a fixed rate, all lanes in turn, whatever comes back: a server that
 * stalls is not spared what would have come meanwhile.
 */
export async function pace(
  { ledger, lanes }: Scene,
  perSecond: number,
  windowMs: number,
): Promise<Times> {
  const times: number[] = [];
  ledger.observe({ onArrived: (afterMs) => times.push(afterMs) });
  const startedAt = performance.now();
  let sent = 0;
  for (;;) {
    const passedMs = performance.now() - startedAt;
    if (passedMs >= windowMs) break;
    const due = Math.floor((passedMs * perSecond) / 1000);
    for (; sent < due; sent += 1) {
      const lane = lanes[sent % lanes.length];
      if (lane) ledger.send(lane);
    }
    await wait(TICK_MS);
  }
  await ledger.settle();
  return {
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    count: times.length,
  };
}

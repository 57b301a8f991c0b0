import { setTimeout as wait } from 'node:timers/promises';
import type { Scene } from '../clients/scene.ts';
import type { Server } from '../servers/start-server.ts';

export interface Saturation {
  /** Messages that were acknowledged, in a second. */
  readonly perSecond: number;
  /** Time of all threads of the server's process, for one message. */
  readonly cpuUs: number;
}

/** So many messages of each lane are not acknowledged yet. */
const OUTSTANDING = 4;

/**
 * Each lane sends as fast as it is acknowledged, for so long.
 *
 * @param warmUpMs Before that, which does not count.
 */
export async function saturate(
  server: Server,
  { ledger, lanes }: Scene,
  { warmUpMs, windowMs }: { warmUpMs: number; windowMs: number },
): Promise<Saturation> {
  let isOn = true;
  let acknowledged = 0;
  ledger.observe({
    onAcknowledged(lane) {
      acknowledged += 1;
      if (isOn) ledger.send(lane);
    },
  });
  for (let round = 0; round < OUTSTANDING; round += 1)
    for (const lane of lanes) ledger.send(lane);
  const look = async () => {
    const { cpuUs } = await server.usage();
    return { cpuUs, acknowledged, at: performance.now() };
  };
  await wait(warmUpMs);
  const before = await look();
  await wait(windowMs);
  const after = await look();
  isOn = false;
  await ledger.settle();
  const count = after.acknowledged - before.acknowledged;
  return {
    perSecond: (count * 1000) / (after.at - before.at),
    cpuUs: (after.cpuUs - before.cpuUs) / count,
  };
}

import type { Scene } from '../clients/scene.ts';
import type { Server } from '../servers/start-server.ts';

/** What idle sockets cost. */
export interface Filling {
  /** How fast they were let in, each with its hello. */
  readonly perSecond: number;
  /** Of one socket; undefined where they are too few to be told from noise. */
  readonly rssBytes: number | undefined;
  readonly heapBytes: number | undefined;
}

/** A process's memory moves by some MiB with nothing happening in it. */
const ENOUGH = 500;

/** Opens sockets, and weighs the server before and after. */
export async function fill(
  server: Server,
  scene: Scene,
  count: number,
): Promise<Filling> {
  const before = await server.usageCollected();
  const startedAt = performance.now();
  await scene.openIdle(count);
  const seconds = (performance.now() - startedAt) / 1000;
  const after = await server.usageCollected();
  const each = (key: 'rssBytes' | 'heapBytes') =>
    count < ENOUGH ? undefined : (after[key] - before[key]) / count;
  return {
    perSecond: count / seconds,
    rssBytes: each('rssBytes'),
    heapBytes: each('heapBytes'),
  };
}

/*
 * Loaded into a server's process before anything else (`node --import`): tells
 * whoever started it what it has used so far. The server knows nothing of it.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';

/** So long the collector has for giving free pages back. */
const REST_MS = 500;

/** What is garbage already is not what a socket needs. */
async function collect() {
  for (let round = 0; round < 2; round += 1) {
    globalThis.gc?.();
    await wait(REST_MS);
  }
}

/** @param {unknown} question */
async function answer(question) {
  if (question === 'collect-and-measure') await collect();
  const { rss: rssBytes, heapUsed: heapBytes } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send?.({ rssBytes, heapBytes, cpuUs: user + system });
}

if (isMainThread && process.send) {
  process.on('message', (question) => void answer(question));
  // To be asked is no reason to go on running.
  process.channel?.unref();
}

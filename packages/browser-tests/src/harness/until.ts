import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 25;

/**
 * Asks until the answer is something, and returns it.
 *
 * @param what For the error: what was waited for.
 * @throws When it is still nothing after the time.
 */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value | undefined> | Value | undefined,
  timeoutMs = 10_000,
): Promise<Value> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end)
      throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`);
    await pause(EVERY_MS);
  }
}

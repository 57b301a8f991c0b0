import { isDeepStrictEqual } from 'node:util';
import type { Locator } from 'playwright';
import { expect } from 'vitest';

/** Texts of a transcript's messages, from top to bottom. */
export const saidIn = (transcript: Locator): Promise<string[]> =>
  transcript.locator('.bubble p').allTextContents();

interface Side {
  readonly transcript: Locator;
}

/**
 * Waits until both sides show the same, and then that it is all: nothing lost,
 * nothing twice, each writer's words in the order in which they were written.
 *
 * @param written By writer, in order.
 */
export async function expectAllSaid(
  one: Side,
  other: Side,
  written: readonly (readonly string[])[],
  timeoutMs = 30_000,
): Promise<void> {
  const all = written.flat().toSorted();
  for (const { transcript } of [one, other]) {
    await expect
      .poll(async () => (await saidIn(transcript)).toSorted(), {
        timeout: timeoutMs,
      })
      .toEqual(all);
  }
  // What is not acknowledged so far stands last with its writer, on either side.
  await expect
    .poll(
      () =>
        Promise.all([one, other].map(({ transcript }) => saidIn(transcript))),
      { timeout: timeoutMs },
    )
    .toSatisfy(([here, there]) => isDeepStrictEqual(here, there));
  const order = await saidIn(one.transcript);
  for (const words of written)
    expect(order.filter((text) => words.includes(text))).toEqual(words);
}

import { expect, it } from 'vitest';
import { createBatcher } from './create-batcher.ts';

it('[DL2] what comes during a round goes together in the next, in order', async () => {
  const rounds: (readonly number[])[] = [];
  let go = (): void => {};
  const release = new Promise<void>((resolve) => (go = resolve));
  const batch = createBatcher(async (items: readonly number[]) => {
    rounds.push(items);
    await release;
    return items.map((item) => item * 10);
  });
  const first = [1, 2].map((item) => batch(item));
  await expect.poll(() => rounds.length, { interval: 1 }).toBe(1);
  const second = [3, 4].map((item) => batch(item));
  go();
  expect(await Promise.all([...first, ...second])).toEqual([10, 20, 30, 40]);
  expect(rounds).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(await batch(5)).toBe(50);
});

it('[DL2] a round that fails fails all of it, and the next goes on', async () => {
  let isBroken = true;
  const batch = createBatcher((items: readonly number[]) =>
    isBroken
      ? Promise.reject(new Error('broken'))
      : Promise.resolve(items.slice(0, 1)),
  );
  const failed = await Promise.allSettled([batch(1), batch(2)]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isBroken = false;
  expect(await batch(3)).toBe(3);
});

it('[DL2] an item that is at fault takes no other with it', async () => {
  const batch = createBatcher(
    (items: readonly number[]) =>
      items.includes(2)
        ? Promise.reject(new Error('two'))
        : Promise.resolve(items),
    (error) => error instanceof Error && error.message === 'two',
  );
  const results = await Promise.allSettled([batch(1), batch(2), batch(3)]);
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
});

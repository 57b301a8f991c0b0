import { expect, test } from 'vitest';
import { createLoad } from './create-load.ts';

/** A loader of chunks that all fail while `isBlocked`, and what it was asked. */
function startLoad() {
  const asked: string[] = [];
  const network = { isBlocked: true };
  const parts: Record<string, Promise<unknown>> = {};
  const load = createLoad(
    {
      loadChunk: (name) => {
        asked.push(name);
        return network.isBlocked ? Promise.reject() : Promise.resolve(name);
      },
    },
    parts,
  );
  return { asked, load, network, parts };
}

test('[LD4] where chunks are blocked there is no storm', async () => {
  const { asked, load } = startLoad();
  for (let n = 0; n < 50; n++) await load('keep').catch(() => {});
  expect(asked).toHaveLength(6);
  await expect(load('keep')).rejects.toBeUndefined();
});

test('[LD4] one that came is loaded once, and one that failed is forgotten', async () => {
  const { asked, load, network, parts } = startLoad();
  parts['keep'] = load('keep').catch(() => {});
  await parts['keep'];
  expect(parts).toEqual({});
  network.isBlocked = false;
  expect(await load('keep')).toBe('keep');
  expect(await load('keep')).toBe('keep');
  expect(asked).toEqual(['keep', 'keep']);
});

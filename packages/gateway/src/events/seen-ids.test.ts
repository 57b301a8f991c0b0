import { expect, it } from 'vitest';
import { createSeenIds } from './seen-ids.ts';

it('[NET2] an id is new once, and again when it is forgotten', () => {
  const seen = createSeenIds();
  expect([seen.add('a'), seen.add('a'), seen.add('b')]).toEqual([
    true,
    false,
    true,
  ]);
  seen.forget('a');
  expect(seen.add('a')).toBe(true);
});

it('[NET2] at least the newest half of what is kept is remembered', () => {
  const seen = createSeenIds(10);
  for (let n = 0; n < 1000; n++) seen.add(`id ${n}`);
  const known = (n: number): boolean => {
    const isNew = seen.add(`id ${n}`);
    if (isNew) seen.forget(`id ${n}`);
    return !isNew;
  };
  expect(known(999)).toBe(true);
  expect(known(990)).toBe(true);
  expect(known(970)).toBe(false);
});

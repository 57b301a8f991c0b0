import { expect, test } from 'vitest';
import { embedded, publish } from '../testing/site.ts';
import { visit, type Visit } from '../testing/visit.ts';

const LEVELS = ['low', 'medium', 'high'] as const;
const config = publish(
  LEVELS.map((level) => embedded(level, { behaviors: [level] })),
  {
    behaviors: Object.fromEntries(
      LEVELS.map((sensitivity) => [
        sensitivity,
        { all: [{ type: 'about-to-abandon', sensitivity }] },
      ]),
    ),
  },
);

type Sign = 'pointer' | 'scroll' | 'return' | 'model';

function leave(told: Visit, seconds: number, sign: Sign, size: number): void {
  told.tell(seconds, { type: 'leave', tab: 't1', sign, size });
}

test.each([
  ['pointer', 0, ['high']],
  ['pointer', 0.49, ['high']],
  ['pointer', 0.5, ['medium', 'high']],
  ['pointer', 0.99, ['medium', 'high']],
  ['pointer', 1, ['low', 'medium', 'high']],
  ['scroll', 0.59, []],
  ['scroll', 0.6, ['high']],
  ['scroll', 0.99, ['high']],
  ['scroll', 1, ['medium', 'high']],
  ['scroll', 1.49, ['medium', 'high']],
  ['scroll', 1.5, ['low', 'medium', 'high']],
  ['return', 1.9, []],
  ['return', 2, ['high']],
  ['return', 4.9, ['high']],
  ['return', 5, ['medium', 'high']],
  ['return', 9.9, ['medium', 'high']],
  ['return', 10, ['low', 'medium', 'high']],
  ['model', 0.39, []],
  ['model', 0.4, ['high']],
  ['model', 0.6, ['medium', 'high']],
  ['model', 0.79, ['medium', 'high']],
  ['model', 0.8, ['low', 'medium', 'high']],
] as const)('[EN6] a %s of %d is enough for %j', (sign, size, levels) => {
  const told = visit(config);
  told.page(0, '/');
  leave(told, 5, sign, size);
  expect(told.eligible()).toEqual(levels);
});

test('[EN6] a sign is accepted from 3,000 ms of its page view on', () => {
  const told = visit(config);
  told.page(10, '/');
  leave(told, 12.999, 'pointer', 9);
  expect(told.eligible()).toEqual([]);
  leave(told, 13, 'pointer', 9);
  expect(told.eligible()).toEqual([...LEVELS]);
});

test('[EN6] of several signs the strongest counts', () => {
  const told = visit(config);
  told.page(0, '/');
  leave(told, 5, 'pointer', 0.5);
  leave(told, 6, 'return', 2);
  expect(told.eligible()).toEqual(['medium', 'high']);
  leave(told, 7, 'scroll', 2);
  expect(told.eligible()).toEqual([...LEVELS]);
});

test('[BC4] a sign holds until the next page view of its tab', () => {
  const told = visit(config);
  told.page(0, '/');
  told.page(0, '/', { tab: 't2' });
  leave(told, 5, 'pointer', 9);
  told.page(6, '/next', { tab: 't2' });
  expect([told.eligible(), told.eligible('t2')]).toEqual([
    [...LEVELS],
    [...LEVELS],
  ]);
  told.page(7, '/next');
  expect([told.eligible(), told.eligible('t2')]).toEqual([[], []]);
});

test('[BC4] a sign in a tab that is not there is none', () => {
  const told = visit(config);
  told.page(0, '/');
  told.tell(5, { type: 'leave', tab: 'nowhere', sign: 'pointer', size: 9 });
  expect(told.eligible()).toEqual([]);
});

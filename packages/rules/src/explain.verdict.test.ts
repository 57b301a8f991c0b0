import { expect, test } from 'vitest';
import { explain, TEST_NAMES } from './explain.ts';
import { createState } from './index.ts';
import { explained } from './testing/explained-visit.ts';
import { visit } from './testing/visit.ts';

test('[SL9] an engagement is eligible when every test holds, at any moment', () => {
  const told = visit(explained, createState('v1'));
  const seen = new Set<string>();
  const check = () => {
    const traces = explain(told.engine, 't1');
    for (const { engagement, eligible, tests } of traces) {
      expect(tests.every(({ holds }) => holds)).toBe(eligible);
      if (eligible) seen.add(engagement);
      for (const { test: name, holds } of tests) if (!holds) seen.add(name);
    }
    const eligible = traces.filter((trace) => trace.eligible);
    expect(eligible.map(({ engagement }) => engagement)).toEqual(
      told.eligible(),
    );
  };
  const steps: readonly (() => void)[] = [
    () => told.page(0, '/cart'),
    () => told.report(1, { type: 'customer', customerStatus: 'gold' }),
    () => told.report(2, { type: 'cart', total: 60 }),
    () => told.tell(3, { type: 'visitor', language: 'en' }),
    () => told.tell(4, { type: 'availability', skills: { sales: 'online' } }),
    () => told.page(5, '/elsewhere'),
    () => told.offer(6, 'ad', 'impression'),
    () => told.page(7, '/cart', { lang: 'fr' }),
    () => told.offer(8, 'ad', 'impression'),
    () => told.page(9, '/cart', { lang: 'en' }),
    () => told.tell(10, { type: 'availability', skills: { sales: 'offline' } }),
    () => told.tell(11, { type: 'availability', skills: { sales: 'online' } }),
    () => told.offer(12, 'talk', 'decline'),
    () => told.tell(13, { type: 'tick' }),
    () => told.tell(-40_000_000, { type: 'tick' }),
    () => told.tell(14 - 90 * 86_400, { type: 'tick' }),
  ];
  for (const step of steps) {
    step();
    check();
  }
  const names = TEST_NAMES.filter((name) => name !== 'control-group');
  expect([...seen].sort()).toEqual([...names, 'ad', 'talk', 'tip'].sort());
});

import { expect, test } from 'vitest';
import { createState } from '../index.ts';
import { draw } from './draw.ts';
import { offer, publish } from '../testing/site.ts';
import { momentOf, visit } from '../testing/visit.ts';

const cart = { entryPoints: ['cart'] };
const config = publish([], {
  selection: 'weighted',
  campaigns: [
    {
      id: 'h',
      priority: 'high',
      engagements: [offer('high', cart), offer('high-2', cart)],
    },
    {
      id: 'm',
      priority: 'medium',
      engagements: [offer('medium'), offer('medium-1', { priority: 1 })],
    },
    { id: 'l', priority: 'low', engagements: [offer('low')] },
  ],
});

const SHARES = { high: 70, 'medium-1': 20, low: 10 };

/** What must be drawn of the levels present, as SL6 says. */
function drawnOf(
  visitorId: string,
  page: number,
  levels: readonly (keyof typeof SHARES)[],
) {
  const total = levels.reduce((sum, level) => sum + SHARES[level], 0);
  let left = draw(visitorId, `${momentOf(0)}|${page}|left`) * total;
  return levels.find((level) => (left -= SHARES[level]) < 0);
}

const visitors = Array.from({ length: 60 }, (_, i) => `visitor ${i}`);

function begin(visitorId: string) {
  return visit(config, createState(visitorId));
}

test('[EN20] one draw over the levels present, the first of its level', () => {
  const shown = visitors.map((visitorId) => {
    const told = begin(visitorId);
    told.page(0, '/cart');
    return told.shown('left');
  });
  expect(shown).toEqual(
    visitors.map((id) => drawnOf(id, 1, ['high', 'medium-1', 'low'])),
  );
  expect(new Set(shown)).toEqual(new Set(Object.keys(SHARES)));
});

test('[EN20] what the number means follows who competes', () => {
  const shown = visitors.map((visitorId) => {
    const told = begin(visitorId);
    told.page(0, '/');
    return told.shown('left');
  });
  expect(shown).toEqual(
    visitors.map((id) => drawnOf(id, 1, ['medium-1', 'low'])),
  );
  expect(new Set(shown).size).toBe(2);
});

test('[EN20] each page view of the session has its own draw', () => {
  const shown = visitors.map((visitorId) => {
    const told = begin(visitorId);
    told.page(0, '/cart');
    told.page(1, '/cart');
    return told.shown('left');
  });
  expect(shown).toEqual(
    visitors.map((id) => drawnOf(id, 2, ['high', 'medium-1', 'low'])),
  );
});

test('[EN20] within a page view the draw stays the same', () => {
  const told = begin('visitor 0');
  told.page(0, '/cart');
  const first = told.shown('left');
  told.tell(1, { type: 'visitor', language: 'en' });
  expect(told.shown('left')).toBe(first);
});

test('[EN20] a zone without anybody who competes stays empty', () => {
  const told = begin('visitor 0');
  told.page(0, '/');
  for (const id of ['medium', 'medium-1', 'low']) told.offer(1, id, 'remove');
  expect(told.shown('left')).toBeUndefined();
});

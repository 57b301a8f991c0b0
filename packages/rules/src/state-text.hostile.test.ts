import { MAX_STATE_BYTES } from '@beckon/schema/constants';
import type { EngagementAttribute } from '@beckon/schema/types';
import { expect, test } from 'vitest';
import { createState } from './index.ts';
import { loadState, saveState } from './state-text.ts';
import { banner, embedded, publish } from './testing/site.ts';
import { momentOf, visit, type Visit } from './testing/visit.ts';

/** Far more than it takes: a limit for what hangs, not a measurement. */
const LIMIT_MS = 120_000;

test(
  '[SE4] a text with any character garbled is dropped, or the same',
  () => {
    const { engine, page, report } = visit(publish([]));
    page(0, '/cart', { title: 'Körbchen 🛒' });
    report(1, { type: 'error', message: 'Störung', code: 'E1' });
    const text = saveState(engine.state);
    const saved = loadState(text);
    const garbled = Array.from({ length: text.length }, (_, i) => {
      const other = String.fromCharCode(text.charCodeAt(i) ^ 1);
      return loadState(text.slice(0, i) + other + text.slice(i + 1));
    });
    expect(saved?.tabs).toHaveProperty('t1');
    for (const loaded of garbled.filter((each) => each !== undefined))
      expect(loaded).toEqual(saved);
    expect(garbled).toContain(undefined);
  },
  LIMIT_MS,
);

function bytesOf(written: string): number {
  return new TextEncoder().encode(written).length;
}

const PLACES = {
  entryPoints: {
    cart: { url: [{ contains: '/cart' }] },
    rare: { url: [{ contains: '/9' }] },
  },
  flows: { buy: { steps: [{ entryPoint: 'cart' }, { entryPoint: 'rare' }] } },
};
const CONDITIONS = {
  left: { type: 'flow', flow: 'buy', event: 'abandoned' },
  back: { type: 'flow', flow: 'buy', event: 'back-flow' },
  spent: { type: 'time-on-entry-point', entryPoints: ['cart'], seconds: 20 },
  saw: { type: 'visited-entry-point', entryPoints: ['cart'] },
  never: { type: 'visited-entry-point', entryPoints: ['rare'], exclude: true },
  rich: { type: 'cart-value', between: [50, null] },
  poorer: { type: 'cart-value', change: 'decreased' },
  has: { type: 'products-in-cart', sku: [{ exact: 'sku-199' }] },
  viewed: { type: 'viewed-product', sku: [{ exact: 'sku-0' }] },
  erring: { type: 'visitor-error', code: [{ exact: 'E0' }], from: 2 },
  calm: { type: 'visitor-error', code: [{ exact: 'E1' }], exclude: true },
  served: {
    type: 'service-activity',
    topic: [{ exact: 'move' }],
    statuses: ['pending'],
  },
  engaged: { type: 'engaged-in-session', statuses: ['clicked'] },
};

/** Each condition under its own engagement, in its own zone. */
const hostile = publish(
  [
    ...Object.keys(CONDITIONS).map((name) =>
      embedded(name, { behaviors: [name] }),
    ),
    banner('ad', { snoozeDays: 1 }),
  ],
  {
    ...PLACES,
    behaviors: Object.fromEntries(
      Object.entries(CONDITIONS).map(([name, condition]) => [
        name,
        { all: [condition] },
      ]),
    ),
  },
);

const BIG = 'ü'.repeat(1000);

function bigAttribute(i: number): EngagementAttribute {
  const product = { name: BIG, category: `${i}`, sku: `sku-${i % 7}` };
  const kinds: readonly EngagementAttribute[] = [
    { type: 'search', keywords: Array.from({ length: 8 }, () => `${i}${BIG}`) },
    { type: 'error', message: `${i}${BIG}`, code: `E${i % 50}` },
    {
      type: 'productView',
      products: Array.from({ length: 7 }, () => ({ product })),
    },
    {
      type: 'service',
      topic: 'move',
      serviceId: `${i % 20}`,
      category: BIG,
      status: 'pending',
    },
    { type: 'lead', topic: `${i}${BIG}` },
  ];
  return kinds[i % kinds.length] as EngagementAttribute;
}

/** Thousands of page views and attributes as large as they may be. */
function beHostile({ page, report, offer: tellOffer }: Visit): void {
  for (let i = 0; i < 2500; i += 1) {
    page(i, `/cart/${i % 9}?${'q'.repeat(1500)}${i}`, { title: BIG });
    report(i + 0.5, bigAttribute(i));
  }
  const products = Array.from({ length: 200 }, (_, i) => ({
    product: { sku: `sku-${i}`, name: 'n'.repeat(40) },
    quantity: 1,
  }));
  report(2501, { type: 'cart', total: 90, products });
  tellOffer(2502, 'ad', 'click');
}

/** What is shown now and after each of a few more events. */
function goOn({ engine, page, report, wait, eligible }: Visit): unknown[] {
  const seen: unknown[] = [eligible(), engine.state.tabs['t1']?.offers];
  const look = () => seen.push(eligible(), engine.state.tabs['t1']?.offers);
  report(2503, { type: 'error', code: 'E0', resolved: true });
  look();
  page(2504, '/elsewhere');
  look();
  report(2505, {
    type: 'service',
    topic: 'move',
    serviceId: '7',
    status: 'closed',
  });
  look();
  page(2506, '/cart/1');
  wait(2530);
  look();
  report(2531, { type: 'cart', total: 10 });
  look();
  return seen;
}

test(
  '[SE5] what a hostile page reports fits, and decides as if all was kept',
  () => {
    const kept = visit(hostile);
    beHostile(kept);
    const copy = structuredClone(kept.engine.state);
    const written = saveState(copy);
    expect(bytesOf(written)).toBeLessThan(MAX_STATE_BYTES);
    const loaded = loadState(written);
    expect(loaded?.session.startedAt).toBe(momentOf(0));
    const again = visit(hostile, loaded);
    expect(again.eligible()).toContain('has');
    expect(goOn(again)).toEqual(goOn(kept));
  },
  LIMIT_MS,
);

test(
  '[SE5] of what can not be cut, the visitor is kept and the session is not',
  () => {
    const state = createState('v9', 4);
    const { engine, page, report } = visit(publish([]), state);
    page(0, '/cart');
    for (let i = 0; i < 8000; i += 1)
      report(i / 10, { type: 'purchase', orderId: `order ${i}` });
    const written = saveState(engine.state);
    expect(bytesOf(written)).toBeLessThan(MAX_STATE_BYTES);
    const loaded = loadState(written);
    expect(loaded?.visitor).toEqual(engine.state.visitor);
    expect(loaded?.session.startedAt).toBe(0);
    expect(loaded?.tabs).toEqual({});
  },
  LIMIT_MS,
);

import type { PublishedConfig, VisitEvent } from '@beckon/schema/types';
import { expect, test } from 'vitest';
import { createEngine, createState, noModules } from './index.ts';
import { createModules } from './modules.ts';
import { embedded, offer, publish, publishBehavior } from './testing/site.ts';
import { momentOf, visit } from './testing/visit.ts';

/** Conditions of all kinds, by name; each under an engagement of its own. */
const ALL: Readonly<Record<string, object>> = {
  flow: { type: 'flow', flow: 'buy', event: 'abandoned' },
  time: { type: 'time-on-entry-point', entryPoints: ['cart'], seconds: 60 },
  visited: { type: 'visited-entry-point', entryPoints: ['cart'] },
  'visited-help': { type: 'visited-entry-point', entryPoints: ['help'] },
  leave: { type: 'about-to-abandon' },
  total: { type: 'cart-value', between: [10, null] },
  products: { type: 'products-in-cart', sku: [{ exact: '1' }] },
  viewed: { type: 'viewed-product', sku: [{ exact: '1' }] },
  error: { type: 'visitor-error', code: ['E1'] },
  service: {
    type: 'service-activity',
    topic: [{ exact: 'move' }],
    statuses: ['pending'],
  },
  engaged: { type: 'engaged-in-session', statuses: ['clicked'] },
};
const buy = { steps: [{ entryPoint: 'cart' }, { entryPoint: 'thanks' }] };
const everything = publish(
  Object.keys(ALL).map((name) => embedded(name, { behaviors: [name] })),
  {
    flows: { buy },
    behaviors: Object.fromEntries(
      Object.entries(ALL).map(([name, condition]) => [
        name,
        { all: [condition] },
      ]),
    ),
  },
);
// Engagements are published in the order written, one condition each.
const NAMES = everything.engagements.map(({ id, behaviors }) => {
  const [behavior = -1] = [behaviors].flat();
  return { id, condition: everything.behaviors[behavior]?.[0] ?? -1 };
});

/** Follows a visit, noting of which conditions it is asked whether they hold:
 * what decides it is how much was counted, or what they are compared with. */
function watch(config: PublishedConfig) {
  const read = new Set<number>();
  const conditions = config.conditions.map(
    (condition, id) =>
      new Proxy(condition, {
        get: (target, key) => {
          if (key === 'over') read.add(id);
          return Reflect.get(target, key) as unknown;
        },
      }),
  );
  const state = createState('v1');
  const engine = createEngine({ ...config, conditions }, state, createModules);
  return { engine, read };
}

const shop = 'https://shop.example';
const at = momentOf(5);
const tab = 't1';
const product = { sku: '1' };

test.each<readonly [string, VisitEvent, readonly string[]]>([
  [
    'a sign of leaving',
    { type: 'leave', at, tab, sign: 'pointer', size: 1 },
    ['leave'],
  ],
  [
    'a cart',
    {
      type: 'attribute',
      at,
      tab,
      attribute: { type: 'cart', total: 5, products: [{ product }] },
    },
    ['total', 'products'],
  ],
  [
    'a purchase',
    { type: 'attribute', at, tab, attribute: { type: 'purchase', total: 5 } },
    ['total'],
  ],
  [
    'a product view',
    {
      type: 'attribute',
      at,
      tab,
      attribute: { type: 'productView', products: [{ product }] },
    },
    ['viewed'],
  ],
  [
    'an error',
    { type: 'attribute', at, tab, attribute: { type: 'error', code: 'E1' } },
    ['error'],
  ],
  [
    'a service',
    {
      type: 'attribute',
      at,
      tab,
      attribute: { type: 'service', topic: 'move', status: 'pending' },
    },
    ['service'],
  ],
  [
    'a search',
    {
      type: 'attribute',
      at,
      tab,
      attribute: { type: 'search', keywords: ['x'] },
    },
    [],
  ],
  [
    'a lead',
    { type: 'attribute', at, tab, attribute: { type: 'lead', topic: 'x' } },
    [],
  ],
  [
    'a click',
    { type: 'offer', at, tab, engagement: 'flow', phase: 'click' },
    ['engaged'],
  ],
  [
    'an impression',
    { type: 'offer', at, tab, engagement: 'flow', phase: 'impression' },
    ['engaged'],
  ],
  ['a message', { type: 'conversation', at, tab, state: 'message' }, []],
  [
    'an availability',
    { type: 'availability', at, skills: { sales: 'online' } },
    [],
  ],
  ['an answer of the gateway', { type: 'geo', at, geo: null }, []],
  ['a hidden tab', { type: 'tab', at, tab, state: 'hidden' }, []],
  ['input', { type: 'input', at, tab }, []],
  ['time', { type: 'tick', at }, []],
  [
    'a page of no entry point',
    { type: 'page', at, tab, by: 'load', url: `${shop}/x` },
    ['leave'],
  ],
  [
    'another page in it',
    { type: 'page', at, tab, by: 'load', url: `${shop}/help` },
    ['leave', 'visited-help'],
  ],
  [
    'a page of a flow',
    { type: 'page', at, tab, by: 'load', url: `${shop}/cart` },
    ['leave', 'visited', 'time', 'flow'],
  ],
])(
  '[RC1] %s has its own conditions judged and no others',
  (_, event, names) => {
    const { engine, read } = watch(everything);
    engine.apply({
      type: 'page',
      at: momentOf(0),
      tab,
      by: 'load',
      url: `${shop}/`,
    });
    engine.decide(tab);
    engine.apply({ type: 'tick', at: momentOf(4) });
    read.clear();
    engine.apply(event);
    const judged = NAMES.filter(({ condition }) => read.has(condition));
    expect(judged.map(({ id }) => id).sort()).toEqual([...names].sort());
  },
);

test('[RC1] a decision looks at the engagements that an event concerns', () => {
  const ids = Array.from({ length: 1000 }, (_, i) => `e${i}`);
  const config = publish(
    ids.map((id) => offer(id, { behaviors: [id] })),
    {
      behaviors: Object.fromEntries(
        ids.map((id) => [id, { all: [{ type: 'visitor-error', code: [id] }] }]),
      ),
    },
  );
  const looked = new Set<string>();
  const engagements = config.engagements.map(
    (engagement) =>
      new Proxy(engagement, {
        get: (target, key) => {
          looked.add(target.id);
          return Reflect.get(target, key) as unknown;
        },
      }),
  );
  const state = createState('v1');
  const engine = createEngine({ ...config, engagements }, state, noModules);
  engine.apply({
    type: 'page',
    at: momentOf(0),
    tab,
    by: 'load',
    url: `${shop}/`,
  });
  engine.decide(tab);
  looked.clear();
  const attribute = { type: 'error', code: 'e500' } as const;
  engine.apply({ type: 'attribute', at: momentOf(1), tab, attribute });
  expect(engine.decide(tab).offers['left']?.engagement).toBe('e500');
  expect([...looked]).toEqual(['e500']);
});

test('[RC1] a timer is set for the next change, and for nothing before it', () => {
  const config = publishBehavior([ALL['time'] ?? {}]);
  const state = createState('v1');
  const { engine, page } = visit(config, state, () => ({}));
  page(0, '/help');
  expect(engine.nextAt()).toBeNull();
  page(10, '/cart');
  expect(engine.nextAt()).toBe(momentOf(70.001));
});

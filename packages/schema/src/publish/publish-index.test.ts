import { describe, expect, it } from 'vitest';
import { minimal } from '../../fixtures/publish.ts';

const ENTRY_POINTS = {
  cart: { url: [{ contains: '/cart' }] },
  home: { url: [{ exact: '/' }] },
};

/** The index of a config whose only condition is this one. */
const indexOf = (condition: object, kind = 'behaviors') =>
  minimal({
    entryPoints: ENTRY_POINTS,
    flows: {
      buy: { steps: [{ entryPoint: 'home' }, { entryPoint: 'cart' }] },
    },
    campaigns: [
      {
        id: 'a',
        engagements: [
          { ...TALK, id: 'x' },
          { ...TALK, id: 'y' },
        ],
      },
    ],
    [kind]: { b: { all: [condition] } },
  }).index;

const TALK = { kind: 'conversation', format: 'toaster' };

/** What has the only condition judged again, reports and page views apart. */
const topicsOf = (condition: object) => {
  const { conditions, reports, entryPoints } = indexOf(condition);
  expect(reports).toEqual({});
  expect(entryPoints.flatMap(({ counting }) => counting)).toEqual([]);
  return conditions;
};

describe('the index of conditions', () => {
  it.each([
    [{ type: 'flow', flow: 'buy', event: 'abandoned' }, ['flow 0']],
    [{ type: 'about-to-abandon' }, ['leave']],
    [{ type: 'cart-value', between: [1, 2] }, ['cart', 'purchase']],
    [{ type: 'engaged-in-session', statuses: ['clicked'] }, ['engaged']],
    [
      {
        type: 'engaged-in-session',
        statuses: ['clicked'],
        engagements: ['x', 'y'],
      },
      ['engaged x', 'engaged y'],
    ],
  ])('[CF21] %j is judged again at %j', (condition, topics) => {
    expect(topicsOf(condition)).toEqual(
      Object.fromEntries(topics.map((topic) => [topic, [0]])),
    );
  });

  it.each([
    { type: 'visited-entry-point' },
    { type: 'time-on-entry-point', seconds: 1 },
  ])('[CF21] %j counts page views of its entry points', (condition) => {
    const countingOf = (entryPoints: readonly string[]) => {
      const index = indexOf({ ...condition, entryPoints });
      expect([index.conditions, index.reports]).toEqual([{}, {}]);
      return index.entryPoints.map(({ counting }) => counting);
    };
    expect(countingOf(['home'])).toEqual([[], [0]]);
    expect(countingOf(['home', 'cart', 'home'])).toEqual([[0], [0]]);
  });
});

const NEWEST = { keys: [], all: false };
const EVERY = { keys: [], all: true };
const PRODUCTS = { each: ['products', 'product'] };

describe('the index of reports', () => {
  it.each([
    [
      { type: 'products-in-cart', name: [{ exact: 'a' }] },
      'cart',
      { ...NEWEST, ...PRODUCTS },
    ],
    [
      { type: 'viewed-product', price: [1, 2] },
      'productView',
      { ...EVERY, ...PRODUCTS },
    ],
    [
      { type: 'visitor-error' },
      'error',
      { keys: ['message', 'code'], all: true },
    ],
    [
      { type: 'service-activity', topic: 'a', statuses: ['pending'] },
      'service',
      { keys: ['topic'], all: false, given: 'status' },
    ],
  ])('[CF26] %j counts reports of %s: %j', (condition, of, counting) => {
    const index = indexOf(condition);
    const group = { each: [], ...counting, conditions: [0] };
    expect(index.reports).toEqual({ [of]: [group] });
    expect(index.conditions).toEqual({});
  });

  it.each([
    [{ type: 'platform', anyOf: ['desktop'] }, 'visit', NEWEST],
    [{ type: 'country', anyOf: ['GB'] }, 'visit', NEWEST],
    [{ type: 'gender', anyOf: ['female'] }, 'personal', NEWEST],
    [{ type: 'age', range: [18, null] }, 'personal', NEWEST],
    [{ type: 'customer', registeredForDays: [1, null] }, 'customer', NEWEST],
    [{ type: 'marketing', channel: ['email'] }, 'marketing', NEWEST],
    [
      { type: 'attribute', path: 'lead.value', range: [1, null] },
      'lead',
      EVERY,
    ],
    [
      { type: 'attribute', path: 'cart.total', range: [1, null] },
      'cart',
      NEWEST,
    ],
    [
      {
        type: 'attribute',
        path: 'service.category',
        matches: [{ exact: 'a' }],
      },
      'service',
      { keys: ['serviceId', 'topic'], all: false },
    ],
  ])(
    '[CF26] the audience %j counts reports of %s',
    (condition, of, counting) => {
      const { reports } = indexOf(condition, 'audiences');
      const group = { each: [], ...counting, conditions: [0] };
      expect(reports).toEqual({ [of]: [group] });
    },
  );

  it('[CF26] what looks at the same things counts together', () => {
    const product = (name: string) => ({
      type: 'products-in-cart',
      name: [{ exact: name }],
    });
    const path = 'cart.products.product.sku';
    const sku = { type: 'attribute', path, matches: [{ exact: 'a' }] };
    const total = { type: 'attribute', path: 'cart.total', range: [1, null] };
    const { index } = minimal({
      behaviors: { b: { all: [product('a'), product('b')] } },
      audiences: { a: { all: [sku, total] } },
    });
    expect(index.reports).toEqual({
      cart: [
        { ...NEWEST, ...PRODUCTS, conditions: [0, 1, 2] },
        { ...NEWEST, each: [], conditions: [3] },
      ],
    });
  });

  it('[CF26] of one kind of report each way of counting stands apart', () => {
    const activity = { type: 'service-activity', topic: 'a' };
    const { index } = minimal({
      behaviors: { b: { all: [{ ...activity, statuses: ['pending'] }] } },
      audiences: {
        a: {
          all: [
            {
              type: 'attribute',
              path: 'service.topic',
              matches: [{ exact: 'a' }],
            },
          ],
        },
      },
    });
    const { service = [] } = index.reports;
    expect(service.map(({ conditions, keys }) => [conditions, keys])).toEqual([
      [[0], ['topic']],
      [[1], ['serviceId', 'topic']],
    ]);
  });
});

describe('the index of entry points, goals and engagements', () => {
  const wait = { type: 'time-on-entry-point', entryPoints: ['cart'] };
  const leave = { type: 'about-to-abandon' };
  const read = {
    kind: 'content',
    format: 'embedded',
    zone: 'box',
    url: 'https://a.example/',
  };
  const { index, conditions } = minimal({
    entryPoints: ENTRY_POINTS,
    behaviors: {
      one: { all: [leave, { ...wait, seconds: 1 }] },
      two: { all: [leave] },
      unused: { all: [{ ...wait, seconds: 2 }] },
    },
    audiences: { who: { all: [{ type: 'platform', anyOf: ['desktop'] }] } },
    campaigns: [
      {
        id: 'a',
        audiences: ['who'],
        goal: { type: 'page', url: [{ exact: '/thanks' }] },
        engagements: [
          {
            ...TALK,
            id: 'talk',
            behaviors: ['one', 'two'],
            entryPoints: ['cart', 'home'],
          },
          { ...read, id: 'read' },
          { ...read, id: 'more', entryPoints: ['home'] },
        ],
      },
      { id: 'b', goal: { type: 'purchase' } },
      { id: 'c', goal: { type: 'purchase', min: 5 } },
      { id: 'd' },
    ],
  });

  it('[CF21] entry points know the engagements that stand there alone', () => {
    expect(index.entryPoints.map(({ engagements }) => engagements)).toEqual([
      [0],
      [0, 2],
      // That of the goal's pages (CF12).
      [],
    ]);
    expect(index.everywhere).toEqual([1]);
  });

  it('[CF21] goals know their campaigns', () => {
    expect(index.goals).toEqual({
      'page 2': [0],
      purchase: [1, 2],
      interaction: [3],
    });
  });

  it('[CF21] conditions know who asks for them, each once', () => {
    const asking = conditions.map((one, id) => [
      one.type === 'time-on-entry-point' ? one.over : one.type,
      index.asking[id],
    ]);
    expect(Object.fromEntries(asking)).toEqual({
      'about-to-abandon': 0,
      1000: 0,
      2000: [],
      fields: [0, 1, 2],
    });
  });
});

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
    [{ type: 'products-in-cart', name: [{ exact: 'a' }] }, ['cart']],
    [{ type: 'viewed-product', price: [1, 2] }, ['productView']],
    [{ type: 'visitor-error' }, ['error']],
    [
      { type: 'service-activity', topic: 'a', statuses: ['pending'] },
      ['service'],
    ],
  ])('[CF21] %j is judged again at %j', (condition, topics) => {
    expect(indexOf(condition).topics).toEqual(
      Object.fromEntries(topics.map((topic) => [topic, [0]])),
    );
  });

  it.each([
    [{ type: 'platform', anyOf: ['desktop'] }, ['visit']],
    [{ type: 'country', anyOf: ['GB'] }, ['visit']],
    [{ type: 'gender', anyOf: ['female'] }, ['personal']],
    [{ type: 'age', range: [18, null] }, ['personal', 'day']],
    [{ type: 'customer', registeredForDays: [1, null] }, ['customer', 'day']],
    [{ type: 'attribute', path: 'lead.value', range: [1, null] }, ['lead']],
  ])('[CF21] the audience %j is judged again at %j', (condition, topics) => {
    expect(indexOf(condition, 'audiences').topics).toEqual(
      Object.fromEntries(topics.map((topic) => [topic, [0]])),
    );
  });

  it.each([
    [{ type: 'visited-entry-point' }, 'visited'],
    [{ type: 'time-on-entry-point', seconds: 1 }, 'timed'],
  ] as const)(
    '[CF21] %j stands at each of its entry points as %s',
    (condition, key) => {
      const index = indexOf({ ...condition, entryPoints: ['home'] });
      expect(index.topics).toEqual({});
      expect(index.entryPoints.map((at) => at[key])).toEqual([[], [0]]);
      const other = key === 'timed' ? 'visited' : 'timed';
      expect(index.entryPoints.map((at) => at[other])).toEqual([[], []]);
      const both = indexOf({ ...condition, entryPoints: ['home', 'cart'] });
      expect(both.entryPoints.map((at) => at[key])).toEqual([[0], [0]]);
    },
  );
});

describe('the index of entry points and goals', () => {
  const { index } = minimal({
    entryPoints: ENTRY_POINTS,
    flows: {
      buy: {
        steps: [
          { entryPoint: 'home' },
          { entryPoint: 'cart' },
          { entryPoint: 'home' },
        ],
      },
    },
    campaigns: [
      {
        id: 'a',
        goal: { type: 'page', url: [{ exact: '/thanks' }] },
        engagements: [{ ...TALK, id: 'x', entryPoints: ['cart'] }],
      },
      { id: 'b', goal: { type: 'purchase' } },
      { id: 'c', goal: { type: 'purchase', min: 5 } },
      { id: 'd' },
    ],
  });

  it('[CF21] entry points know their flows, each once, and engagements', () => {
    expect(index.entryPoints).toEqual([
      { visited: [], timed: [], flows: [0], engagements: [0] },
      { visited: [], timed: [], flows: [0], engagements: [] },
      // That of the goal's pages (CF12).
      { visited: [], timed: [], flows: [], engagements: [] },
    ]);
  });

  it('[CF21] goals know their campaigns', () => {
    expect(index.goals).toEqual({
      'page 2': [0],
      purchase: [1, 2],
      interaction: [3],
    });
  });
});

describe('the index of engagements', () => {
  const leave = { type: 'about-to-abandon' };
  const wait = { type: 'time-on-entry-point', entryPoints: ['cart'] };
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
        engagements: [
          {
            ...TALK,
            id: 'talk',
            behaviors: ['one', 'two'],
            skill: 'sales',
            delaySeconds: 1,
          },
          {
            id: 'read',
            kind: 'content',
            format: 'embedded',
            zone: 'box',
            url: 'https://a.example/',
          },
        ],
      },
    ],
  });

  it('[CF21] they stand under zone, id, skill, and where they wait', () => {
    expect(index.engagements).toEqual({
      'zone proactive': [0],
      'zone box': [1],
      'id talk': [0],
      'id read': [1],
      'skill sales': [0],
      delay: [0],
    });
  });

  it('[CF21] conditions know who asks for them, each once', () => {
    const asking = conditions.map((one, id) => [
      one.type === 'time-on-entry-point' ? one.ms : one.type,
      index.conditions[id],
    ]);
    expect(Object.fromEntries(asking)).toEqual({
      'about-to-abandon': [0],
      1000: [0],
      2000: [],
      fields: [0, 1],
    });
  });

  it('[CF21] zones are listed, those that win first before', () => {
    expect(index.zones).toEqual(['proactive', 'box']);
  });
});

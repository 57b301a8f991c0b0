import type { PublishedConfig } from '@beckon/schema/types';
import { expect, test } from 'vitest';
import { conditionHolds } from './explain.ts';
import { createState, type EngineState } from './index.ts';
import { rebuildState } from './rebuild-state.ts';
import { banner, embedded, publish } from './testing/site.ts';
import { visit, type Visit } from './testing/visit.ts';

const CONDITIONS: Readonly<Record<string, object>> = {
  abandoned: { type: 'flow', flow: 'buy', event: 'abandoned' },
  'in-back-flow': { type: 'flow', flow: 'buy', event: 'back-flow' },
  'cart-10s': {
    type: 'time-on-entry-point',
    entryPoints: ['cart'],
    seconds: 10,
  },
  'cart-10s-open': {
    type: 'time-on-entry-point',
    entryPoints: ['cart'],
    seconds: 10,
    count: 'open',
  },
  'help-3s': { type: 'time-on-entry-point', entryPoints: ['help'], seconds: 3 },
  'saw-cart': { type: 'visited-entry-point', entryPoints: ['cart'] },
  'saw-help': { type: 'visited-entry-point', entryPoints: ['help'] },
  leaving: { type: 'about-to-abandon' },
  rich: { type: 'cart-value', between: [50, null] },
  poorer: { type: 'cart-value', change: 'decreased' },
  'has-shoe': { type: 'products-in-cart', name: [{ exact: 'shoe' }] },
  'viewed-cheap': { type: 'viewed-product', price: [null, 20] },
  'erred-twice': { type: 'visitor-error', code: ['E1'], from: 2 },
  'no-e2': { type: 'visitor-error', code: ['E2'], exclude: true },
  moving: {
    type: 'service-activity',
    topic: [{ exact: 'move' }],
    statuses: ['pending'],
  },
  engaged: { type: 'engaged-in-session', statuses: ['clicked'] },
};

/** A site of all conditions, whose cart is at a path. */
function siteOf(cart: string, more: object = {}): PublishedConfig {
  const names = Object.keys(CONDITIONS);
  return publish(
    [
      ...names.map((name) => embedded(name, { behaviors: [name] })),
      banner('ad'),
    ],
    {
      entryPoints: {
        cart: { url: [{ contains: cart }] },
        help: { url: [{ contains: '/help' }] },
        thanks: { url: [{ contains: '/thanks' }] },
        ...more,
      },
      flows: {
        buy: {
          steps: [
            { entryPoint: 'cart' },
            { entryPoint: 'help' },
            { entryPoint: 'thanks' },
          ],
        },
      },
      behaviors: Object.fromEntries(
        names.map((name) => [name, { all: [CONDITIONS[name]] }]),
      ),
      audiences: {
        gold: {
          all: [{ type: 'customer', customerStatus: [{ exact: 'gold' }] }],
        },
      },
    },
  );
}

const before = siteOf('/basket');
// Here the flow is all through the visit where it is not under the next.
const misled = siteOf('/help');
const after = siteOf('/cart', { extra: { title: [{ exact: 'Extra' }] } });

/** A visit of two tabs in which all conditions change, in parts. */
const PARTS: readonly ((told: Visit) => void)[] = [
  ({ page, report }) => {
    page(0, '/cart', { title: 'Cart' });
    report(1, {
      type: 'cart',
      total: 80,
      products: [{ product: { name: 'Shoe' } }],
    });
    report(2, { type: 'productView', products: [{ product: { price: 19 } }] });
  },
  ({ page, show, tell }) => {
    page(6, '/help', { tab: 't2' });
    show(8, 'hidden');
    tell(13, { type: 'leave', tab: 't2', sign: 'pointer', size: 2 });
    show(20, 'visible');
  },
  ({ page, report }) => {
    page(21, '/help');
    report(22, { type: 'error', code: 'E1' });
    report(23, { type: 'error', code: 'E1' });
    report(24, {
      type: 'service',
      topic: 'move',
      serviceId: '1',
      status: 'pending',
    });
  },
  ({ page, report, offer }) => {
    page(30, '/cart');
    report(31, { type: 'customer', customerStatus: 'gold' });
    report(32, { type: 'cart', total: 40 });
    offer(33, 'ad', 'click');
  },
  ({ page, report, show }) => {
    page(40, '/elsewhere');
    report(41, { type: 'error', code: 'E1', resolved: true });
    report(42, {
      type: 'service',
      topic: 'move',
      serviceId: '1',
      status: 'closed',
    });
    show(43, 'closed', 't2');
  },
  ({ page, report }) => {
    page(50, '/thanks');
    report(51, { type: 'error', code: 'E2' });
    page(60, '/basket');
  },
];

function tellParts(told: Visit, from: number, to = PARTS.length): void {
  for (const part of PARTS.slice(from, to)) part(told);
}

/** What is decided and known, as far as it can be compared. */
function look(told: Visit): unknown {
  const { engine } = told;
  return {
    holds: after.conditions.map((_, id) => conditionHolds(engine, id)),
    eligible: Object.keys(engine.state.tabs).map((tab) => told.eligible(tab)),
    counts: Object.entries(engine.state.session.counts).filter(
      ([, count]) => count,
    ),
    flows: engine.state.session.flows,
  };
}

function freshState(): EngineState {
  return createState('v1');
}

const MOMENTS = [before, misled].flatMap((old, site) =>
  PARTS.map((_, part) => [part + 1, site + 1, old] as const),
);

test.each(MOMENTS)(
  '[EN17] after %d parts of a visit, revision %d becomes another as if it had always been',
  (parts, _, revision) => {
    const old = visit(revision);
    tellParts(old, 0, parts);
    const state = structuredClone(old.engine.state);
    rebuildState(after, state);
    const rebuilt = visit(after, state);
    const fresh = visit(after);
    tellParts(fresh, 0, parts);
    expect(look(rebuilt)).toEqual(look(fresh));
    tellParts(rebuilt, parts);
    tellParts(fresh, parts);
    expect(look(rebuilt)).toEqual(look(fresh));
  },
);

test('[EN17] statuses, impressions, declines and the session itself stay', () => {
  const old = visit(before, freshState());
  tellParts(old, 0, 4);
  const { session, visitor } = structuredClone(old.engine.state);
  rebuildState(after, old.engine.state);
  const { state } = old.engine;
  expect(state.revision).toBe(after.revision);
  expect(state.visitor).toEqual(visitor);
  for (const key of [
    'startedAt',
    'statuses',
    'impressions',
    'pages',
    'cart',
    'ids',
    'history',
    'merged',
  ] as const)
    expect(state.session[key]).toEqual(session[key]);
});

test('[EN17] the revision that it was needs nothing made anew', () => {
  const told = visit(before);
  tellParts(told, 0);
  const state = structuredClone(told.engine.state);
  rebuildState(before, state);
  expect(look(visit(before, state))).toEqual(look(told));
});

test('[EN17] how far a flow went under another revision does not count', () => {
  const flowOf = (...names: string[]) =>
    publish([embedded('it', { behaviors: ['it'] })], {
      flows: { way: { steps: names.map((entryPoint) => ({ entryPoint })) } },
      behaviors: {
        it: { all: [{ type: 'flow', flow: 'way', event: 'abandoned' }] },
      },
    });
  const old = visit(flowOf('help', 'cart'));
  old.page(0, '/help');
  old.page(5, '/cart');
  old.page(10, '/elsewhere');
  expect(old.eligible()).toEqual([]);
  const state = structuredClone(old.engine.state);
  const other = flowOf('cart', 'thanks');
  rebuildState(other, state);
  expect(visit(other, state).eligible()).toEqual(['it']);
});

test('[EN17] a delay begins anew under another revision', () => {
  const wait = [embedded('late', { delaySeconds: 10 })];
  const told = visit(publish(wait));
  told.page(0, '/cart');
  told.wait(9);
  const state = structuredClone(told.engine.state);
  const other = publish([...wait, embedded('more')]);
  rebuildState(other, state);
  const again = visit(other, state);
  again.wait(18.999);
  expect(again.shown('box-late')).toBeUndefined();
  again.wait(19);
  expect(again.shown('box-late')).toBe('late');
});

test('[EN17] an engagement that is gone stands nowhere', () => {
  const told = visit(publish([embedded('a'), embedded('b')]));
  told.page(0, '/cart');
  expect(told.shown('box-a')).toBe('a');
  const state = structuredClone(told.engine.state);
  const other = publish([embedded('b')]);
  rebuildState(other, state);
  const again = visit(other, state);
  expect(again.eligible()).toEqual(['b']);
  expect(again.engine.decide('t1').offers).not.toHaveProperty('box-a');
});

test('[EN17] a state without a session stays one', () => {
  const state = freshState();
  rebuildState(after, state);
  expect(state.session.startedAt).toBe(0);
  expect(state.tabs).toEqual({});
});

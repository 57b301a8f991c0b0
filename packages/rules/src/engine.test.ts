import type { PublishedConfig } from '@beckon/schema/types';
import { expect, test } from 'vitest';
import { conditionHolds } from './explain.ts';
import { createState } from './index.ts';
import { createModules } from './modules.ts';
import { loadState, saveState } from './state-text.ts';
import {
  offer,
  publish,
  publishAudience,
  publishBehavior,
} from './testing/site.ts';
import { momentOf, visit } from './testing/visit.ts';

const SAW_CART = { type: 'visited-entry-point', entryPoints: ['cart'] };

/** The config with one more condition, of a type that no engine knows. */
function addUnknown(
  config: PublishedConfig,
  more: object = {},
): PublishedConfig {
  const unknown = { type: 'mood', by: 'mood', over: 0, ...more };
  return {
    ...config,
    conditions: [...config.conditions, unknown as never],
    behaviors: config.behaviors.map((all) => [
      ...all,
      config.conditions.length,
    ]),
  };
}

const REFERRER = 'https://www.google.com/';
const RARE = {
  referrer: { matches: [{ contains: 'google.' }] },
  'search-keywords': { matches: [{ contains: 'loan' }] },
  age: { range: [18, 30] },
};

test('[BC11] a condition of unknown type alone does not hold', () => {
  const config = publishBehavior([SAW_CART]);
  const { page, eligible } = visit({
    ...addUnknown(config),
    behaviors: [[config.conditions.length]],
  });
  page(0, '/cart');
  expect(eligible()).toEqual([]);
});

test('[BC11] a condition of unknown type does not hold negated either', () => {
  const config = publishBehavior([SAW_CART]);
  const { engine, page, eligible } = visit({
    ...addUnknown(config, { exclude: true }),
    behaviors: [[config.conditions.length]],
  });
  page(0, '/cart');
  expect(eligible()).toEqual([]);
  expect(conditionHolds(engine, config.conditions.length)).toBe(false);
});

test('[BC11] beside one that holds it keeps the behavior from holding', () => {
  const config = publishBehavior([SAW_CART]);
  const { engine, page, eligible } = visit(addUnknown(config));
  page(0, '/cart');
  expect(conditionHolds(engine, 0)).toBe(true);
  expect(eligible()).toEqual([]);
});

test('[BC11] another behavior of the engagement is not concerned', () => {
  const config = publishBehavior([SAW_CART]);
  const { page, eligible } = visit({
    ...addUnknown(config),
    behaviors: [[0, 1], [0]],
    engagements: config.engagements.map((engagement) => ({
      ...engagement,
      behaviors: [0, 1],
    })),
  });
  page(0, '/cart');
  expect(eligible()).toEqual(['it']);
});

test('[SL3] a weighted config without its module shows nothing', () => {
  const config = publish([offer('it')], { selection: 'weighted' });
  const state = createState('v1');
  const { page, eligible, shown } = visit(config, state, () => ({}));
  page(0, '/cart');
  expect(eligible()).toEqual(['it']);
  expect(shown('left')).toBeUndefined();
});

test('[SL3] a weighted config with its module shows what was drawn', () => {
  const config = publish([offer('it')], { selection: 'weighted' });
  const { page, shown } = visit(config);
  page(0, '/cart');
  expect(shown('left')).toBe('it');
});

test.each(Object.entries(RARE))(
  '[AU1] %s does not hold without its module, and with it does',
  (type, what) => {
    const config = publishAudience([{ type, ...what }]);
    const holds = [() => ({}), createModules].map((modules) => {
      const state = createState('v1');
      const { page, report, eligible } = visit(config, state, modules);
      page(0, '/?q=loan', { referrer: REFERRER });
      report(1, { type: 'personal', age: { age: 20 } });
      return eligible();
    });
    expect(holds).toEqual([[], ['it']]);
  },
);

test('[AU1] platform, visits and language need no module', () => {
  const config = publishAudience([
    { type: 'platform', anyOf: ['tablet'] },
    { type: 'visits', is: 'returning' },
    { type: 'language', matches: [{ exact: 'en' }] },
  ]);
  const state = createState('v1', 1);
  const { page, tell, eligible } = visit(config, state, () => ({}));
  tell(0, { type: 'visitor', platform: 'tablet', language: 'en-US' });
  page(1, '/cart');
  expect(eligible()).toEqual(['it']);
});

test('[EN17] a session of another revision is dropped, the visitor is not', () => {
  const { engine, page } = visit(publish([offer('it')]));
  page(0, '/cart');
  const loaded = loadState(saveState(engine.state));
  const other = visit(publish([offer('other')]), loaded);
  expect(other.engine.state.session.startedAt).toBe(0);
  expect(other.engine.state.tabs).toEqual({});
  expect(other.engine.state.visitor.visits).toBe(1);
  other.page(1, '/cart');
  expect(other.eligible()).toEqual(['other']);
});

test('[SE4] a session of the same revision goes on', () => {
  const config = publish([offer('it')]);
  const { engine, page } = visit(config);
  page(0, '/cart');
  const again = visit(config, loadState(saveState(engine.state)));
  expect(again.engine.state.session.startedAt).toBe(momentOf(0));
  expect(again.shown('left')).toBe('it');
});

test('[SE6] every event has its number', () => {
  const { engine, page, tell } = visit(publish([]));
  page(0, '/cart');
  tell(1, { type: 'tick' });
  tell(2, { type: 'geo', geo: null });
  expect(engine.state.seq).toBe(3);
  expect(engine.state.at).toBe(momentOf(2));
});

test('[RC2] two visits told in turn do not know of each other', () => {
  const config = publishBehavior([SAW_CART]);
  const [here, there] = [visit(config), visit(config)];
  here.page(0, '/cart');
  there.page(0, '/help');
  here.tell(1, { type: 'tick' });
  expect([here.eligible(), there.eligible()]).toEqual([['it'], []]);
});

test('[EN10] a tab that never told a page has no offers and asks nothing', () => {
  const { engine } = visit(publish([offer('it')]));
  expect(engine.decide('nowhere')).toEqual({ offers: {}, asks: [] });
});

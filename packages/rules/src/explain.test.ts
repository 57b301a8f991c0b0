import { expect, test } from 'vitest';
import {
  explain,
  listEligible,
  TEST_NAMES,
  type ConditionTrace,
  type EngagementTrace,
  type TestName,
} from './explain.ts';
import { draw } from './decision/draw.ts';
import { createState } from './index.ts';
import { banner, offer, publish } from './testing/site.ts';
import { begin, explained } from './testing/explained-visit.ts';
import { momentOf, visit, type Visit } from './testing/visit.ts';

const DAY_MS = 86_400_000;

function explainOne({ engine }: Visit, id: string): EngagementTrace {
  const [trace, ...more] = explain(engine, 't1', id);
  if (!trace || more.length) throw new Error(`not one trace of ${id}`);
  return trace;
}

function factsOf(told: Visit, test: TestName, id = 'talk'): unknown {
  return explainOne(told, id).tests.find((each) => each.test === test)?.facts;
}

test('[SL9] the tests of each engagement stand in the order of SL1', () => {
  const traces = explain(begin().engine, 't1');
  expect(traces.map(({ engagement }) => engagement)).toEqual([
    'talk',
    'ad',
    'tip',
  ]);
  for (const { tests } of traces)
    expect(tests.map(({ test: name }) => name)).toEqual(TEST_NAMES);
});

test('[SL9] the facts of a schedule are the moment and the schedule', () => {
  expect(factsOf(begin(), 'schedule')).toEqual({
    at: momentOf(2),
    schedule: explained.schedules[0],
  });
});

test('[SL9] without a schedule the fact is that there is none', () => {
  const told = visit(publish([offer('it')]));
  told.page(0, '/');
  expect(factsOf(told, 'schedule', 'it')).toEqual({
    at: momentOf(0),
    schedule: null,
  });
});

test('[SL9] the fact of each campaign is its own schedule', () => {
  const first = { from: '2026-01-01' };
  const second = { from: '2026-02-01' };
  const config = publish([], {
    campaigns: [
      { id: 'a', schedule: first, engagements: [offer('a1')] },
      { id: 'b', schedule: second, engagements: [offer('b1')] },
      { id: 'c', engagements: [offer('c1')] },
    ],
  });
  const told = visit(config);
  told.page(0, '/');
  const from = ['a1', 'b1', 'c1'].map((id) => factsOf(told, 'schedule', id));
  expect(from).toMatchObject([
    { schedule: { from: Date.UTC(2026, 0, 1) } },
    { schedule: { from: Date.UTC(2026, 1, 1) } },
    { schedule: null },
  ]);
});

test('[SL9] what is eligible where nothing can be drawn has no outcome', () => {
  const config = publish([offer('it')], { selection: 'weighted' });
  const told = visit(config, createState('v1'), () => ({}));
  told.page(0, '/');
  expect(explainOne(told, 'it')).toMatchObject({
    eligible: true,
    outcome: null,
  });
});

test('[SL9] the facts of control groups are the draws', () => {
  expect(factsOf(begin(), 'control-group')).toEqual({
    site: draw('v1', 'acme'),
    campaign: draw('v1', 'sales'),
  });
});

test('[SL9] the facts of audiences are their conditions, one by one', () => {
  const [gold, tablet] = explained.audiences.map((all) => all[0]);
  expect(factsOf(begin(), 'audience')).toEqual([
    { audience: 0, conditions: [{ condition: gold, holds: false, facts: 0 }] },
    { audience: 1, conditions: [{ condition: tablet, holds: true, facts: 1 }] },
  ]);
});

test('[SL9] the facts of entry points are those of the page and those asked', () => {
  expect(factsOf(begin(), 'entry-point')).toEqual({ page: [0], any: [0, 1] });
  expect(factsOf(begin(), 'entry-point', 'ad')).toEqual({ page: [0], any: [] });
});

test('[SL9] the facts of behaviors are what their conditions go by', () => {
  const told = begin();
  const holding = () =>
    (factsOf(told, 'behavior') as { conditions: ConditionTrace[] }[])
      .flatMap(({ conditions }) => conditions)
      .map(({ condition, holds, facts }) => ({
        type: explained.conditions[condition]?.type,
        holds,
        facts,
      }));
  expect(holding()).toMatchObject([
    { type: 'engaged-in-session', holds: false },
    { type: 'visited-entry-point', holds: true, facts: 1 },
    {
      type: 'cart-value',
      holds: true,
      facts: expect.objectContaining({ total: 60 }) as unknown,
    },
  ]);
  told.offer(3, 'ad', 'click');
  told.offer(4, 'talk', 'click');
  // Its own click does not count (BC9).
  expect(holding()[0]).toMatchObject({ holds: true, facts: 1 });
});

test('[SL9] a condition of unknown type has no facts', () => {
  const told = visit({
    ...explained,
    conditions: explained.conditions.map(
      (each) => ({ ...each, type: 'mood', by: 'mood' }) as never,
    ),
  });
  told.page(0, '/cart');
  expect(factsOf(told, 'audience')).toMatchObject([
    { conditions: [{ holds: false, facts: null }] },
    { conditions: [{ holds: false, facts: null }] },
  ]);
});

test('[SL9] the facts of language are that of the page and that asked', () => {
  const told = begin();
  const facts = { page: 'EN', engagement: 'EN' };
  expect(factsOf(told, 'language')).toEqual(facts);
  told.page(3, '/cart', { lang: 'EN-us' });
  expect(factsOf(told, 'language')).toEqual(facts);
  told.page(4, '/cart', { lang: 'de-AT' });
  expect(factsOf(told, 'language', 'ad')).toEqual({
    page: expect.stringMatching(/^de$/i) as unknown,
    engagement: null,
  });
});

test('[SL9] the facts of a decline are the session and the snooze', () => {
  const told = begin();
  expect(factsOf(told, 'decline')).toEqual({
    session: false,
    snoozedUntil: null,
  });
  told.offer(3, 'talk', 'decline');
  expect(factsOf(told, 'decline')).toEqual({
    session: true,
    snoozedUntil: momentOf(3) + 2 * DAY_MS,
  });
});

test('[SL9] the facts of the cap are its count and what stops offers', () => {
  const told = begin();
  told.offer(3, 'ad', 'impression');
  expect(factsOf(told, 'cap', 'ad')).toEqual({
    cap: 2,
    impressions: 1,
    declined: false,
    conversation: false,
    stands: true,
  });
  told.tell(4, { type: 'conversation', tab: 't1', state: 'opened' });
  told.offer(5, 'talk', 'decline');
  expect(factsOf(told, 'cap')).toEqual({
    cap: null,
    impressions: 0,
    declined: true,
    conversation: true,
    stands: false,
  });
});

test('[SL9] the facts of availability are the skill, its state and the creatives', () => {
  const told = begin();
  expect(factsOf(told, 'availability')).toEqual({
    skill: 'sales',
    state: null,
    states: ['online'],
  });
  told.tell(3, { type: 'availability', skills: { sales: 'busy' } });
  expect(factsOf(told, 'availability')).toMatchObject({ state: 'busy' });
  expect(factsOf(told, 'availability', 'ad')).toEqual({
    skill: null,
    state: 'online',
    states: ['online'],
  });
});

test('[SL9] what stands is shown, what lost says to whom', () => {
  const told = begin();
  expect(explainOne(told, 'ad').outcome).toBe('shown');
  told.tell(3, { type: 'availability', skills: { sales: 'online' } });
  // An offer is not replaced within a page view (SL4).
  expect(explainOne(told, 'talk').outcome).toEqual({ lostTo: 'ad' });
});

test('[SL9] what is not eligible has no outcome', () => {
  expect(explainOne(begin(), 'talk')).toMatchObject({
    eligible: false,
    outcome: null,
  });
});

test('[SL9] what waits says how long yet', () => {
  const told = begin();
  expect(explainOne(told, 'tip')).toMatchObject({
    outcome: 'waiting',
    waitMs: 4000,
  });
  told.wait(5);
  expect(explainOne(told, 'tip').waitMs).toBe(1000);
  told.wait(6);
  expect(explainOne(told, 'tip').outcome).toBe('shown');
  expect(explainOne(told, 'tip')).not.toHaveProperty('waitMs');
});

test('[SL9] what is done with says so', () => {
  const told = begin();
  told.offer(3, 'ad', 'remove');
  expect(explainOne(told, 'ad').outcome).toBe('done');
});

test('[SL9] a proactive offer stands when its entry point has ceased to hold', () => {
  const byTitle = { entryPoints: { cart: { title: [{ exact: 'Cart' }] } } };
  const told = visit(
    publish([banner('ad', { entryPoints: ['cart'] })], byTitle),
  );
  told.page(0, '/', { title: 'Cart' });
  told.tell(0.5, { type: 'page-update', tab: 't1', title: 'Other' });
  expect(explainOne(told, 'ad')).toMatchObject({
    eligible: false,
    outcome: 'shown',
  });
});

test('[SL9] a tab that is not there has nothing to explain', () => {
  const { engine } = begin();
  expect(explain(engine, 'nowhere')).toEqual([]);
  expect(listEligible(engine, 'nowhere')).toEqual([]);
  expect(explain(engine, 't1', 'nobody')).toEqual([]);
});

test('[SL9] who is in a control group fails that test alone', () => {
  const all = publish([offer('it')], { controlGroup: 1 });
  const told = visit(all);
  told.page(0, '/');
  const failed = explainOne(told, 'it').tests.filter(({ holds }) => !holds);
  expect(failed.map(({ test: name }) => name)).toEqual(['control-group']);
});

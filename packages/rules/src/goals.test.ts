import type { EngagementAttribute } from '@beckon/schema/types';
import { expect, test } from 'vitest';
import { createState } from './index.ts';
import { banner, chat, offer, publish } from './testing/site.ts';
import { momentOf, visit, type Visit } from './testing/visit.ts';

const DAY = 86_400;
const order = { type: 'purchase', total: 50 } as const;

/** A visit on whose site two offers of the campaign stand. */
function begin(goal: object, more: Record<string, unknown> = {}): Visit {
  const told = visit(
    publish([offer('tip'), banner('ad'), chat('talk')], {
      campaign: { goal },
      ...more,
    }),
  );
  told.tell(0, { type: 'availability', skills: { sales: 'online' } });
  told.page(0, '/');
  return told;
}

const goals = ({ engine }: Visit) => engine.state.session.goals;

test.each<readonly [string, object, EngagementAttribute, boolean]>([
  ['a purchase', { type: 'purchase' }, { type: 'purchase' }, true],
  ['the total asked for', { type: 'purchase', min: 50 }, order, true],
  ['a total too small', { type: 'purchase', min: 50.01 }, order, false],
  ['no total', { type: 'purchase', min: 1 }, { type: 'purchase' }, false],
  [
    'no total, none asked for',
    { type: 'purchase', min: 0 },
    { type: 'purchase' },
    true,
  ],
  ['a lead', { type: 'lead' }, { type: 'lead', value: 1 }, true],
  [
    'its topic',
    { type: 'lead', topic: [{ contains: 'loan' }] },
    { type: 'lead', topic: 'Loans' },
    true,
  ],
  [
    'another topic',
    { type: 'lead', topic: [{ contains: 'loan' }] },
    { type: 'lead', topic: 'x' },
    false,
  ],
  [
    'no topic',
    { type: 'lead', topic: [{ regex: '.*' }] },
    { type: 'lead', value: 1 },
    false,
  ],
  ['a service', { type: 'service' }, { type: 'service', topic: 'x' }, true],
  [
    'its status',
    { type: 'service', statuses: ['closed'] },
    { type: 'service', status: 'closed' },
    true,
  ],
  [
    'another status',
    { type: 'service', statuses: ['closed'] },
    { type: 'service', status: 'pending' },
    false,
  ],
  [
    'no status',
    { type: 'service', statuses: ['closed'] },
    { type: 'service', topic: 'x' },
    false,
  ],
  [
    'status and another topic',
    { type: 'service', topic: [{ exact: 'a' }], statuses: ['closed'] },
    { type: 'service', topic: 'b', status: 'closed' },
    false,
  ],
  [
    'a lead for a purchase',
    { type: 'purchase' },
    { type: 'lead', topic: 'x' },
    false,
  ],
  [
    'a search',
    { type: 'purchase' },
    { type: 'search', keywords: ['x'] },
    false,
  ],
])('[GO1] a goal and %s', (_, goal, attribute, isReached) => {
  const told = begin(goal);
  told.report(1, attribute);
  expect(goals(told)).toEqual(isReached ? { sales: null } : {});
});

test('[GO1] a page is a goal by its URL', () => {
  const told = begin({ type: 'page', url: [{ contains: '/done' }] });
  expect(goals(told)).toEqual({});
  told.page(1, '/done');
  expect(goals(told)).toEqual({ sales: null });
});

test('[GO1] page views are a goal from their number on', () => {
  const told = begin({ type: 'page-views', count: 3 });
  told.page(1, '/');
  expect(goals(told)).toEqual({});
  told.page(2, '/', { tab: 't2' });
  expect(goals(told)).toEqual({ sales: null });
});

test.each([
  ['tip', 'click', true],
  ['tip', 'impression', false],
  ['tip', 'decline', false],
  ['talk', 'click', false],
  ['talk', 'interact', true],
] as const)('[GO1] interaction: %s, %s', (engagement, phase, isReached) => {
  const told = begin({ type: 'interaction' });
  told.offer(1, engagement, phase);
  expect(goals(told)).toEqual(isReached ? { sales: engagement } : {});
});

test('[GO1] an interaction is the goal of its own campaign', () => {
  const goal = { type: 'interaction' };
  const told = visit(
    publish([offer('tip')], {
      campaigns: [
        { id: 'a', goal, engagements: [offer('a1')] },
        { id: 'b', goal, engagements: [offer('b1')] },
      ],
    }),
  );
  told.page(0, '/');
  told.offer(1, 'b1', 'click');
  expect(goals(told)).toEqual({ b: 'b1' });
});

test('[GO1] a goal is reached once a session', () => {
  const told = begin({ type: 'purchase' });
  told.offer(1, 'tip', 'impression');
  told.report(2, order);
  told.offer(3, 'ad', 'impression');
  told.report(4, order);
  expect(goals(told)).toEqual({ sales: 'tip' });
});

test('[GO1] a new session can reach it again', () => {
  const told = begin({ type: 'purchase' });
  told.report(2, order);
  told.page(3600, '/');
  expect(goals(told)).toEqual({});
  told.report(3601, order);
  expect(goals(told)).toEqual({ sales: null });
});

test('[EN15] of several touches the last wins', () => {
  const told = begin({ type: 'purchase' });
  told.offer(1, 'ad', 'impression');
  told.offer(2, 'tip', 'impression');
  told.offer(3, 'ad', 'click');
  told.report(4, order);
  expect(goals(told)).toEqual({ sales: 'ad' });
});

test('[EN15] or the first, where the site says so', () => {
  const told = begin({ type: 'purchase' }, { attribution: { model: 'first' } });
  told.offer(1, 'ad', 'impression');
  told.offer(2, 'tip', 'impression');
  told.offer(3, 'ad', 'click');
  told.offer(4, 'tip', 'click');
  told.report(5, order);
  expect(goals(told)).toEqual({ sales: 'ad' });
});

test('[EN15] a conversation goes before content, whenever it was', () => {
  const told = begin({ type: 'purchase' });
  told.offer(1, 'talk', 'impression');
  told.offer(2, 'tip', 'click');
  told.report(3, order);
  expect(goals(told)).toEqual({ sales: 'talk' });
});

test('[EN15] a conversation goes before content touched first, too', () => {
  const told = begin({ type: 'purchase' }, { attribution: { model: 'first' } });
  told.offer(1, 'tip', 'impression');
  told.offer(2, 'talk', 'impression');
  told.report(3, order);
  expect(goals(told)).toEqual({ sales: 'talk' });
});

test('[EN15] a decline or a withdrawal is no touch', () => {
  const told = begin({ type: 'purchase' });
  told.offer(1, 'tip', 'decline');
  told.offer(2, 'ad', 'remove');
  told.report(3, order);
  expect(goals(told)).toEqual({ sales: null });
  expect(told.engine.state.visitor.touches).toEqual({});
});

test('[EN15] the visitor keeps first and last touch of each engagement', () => {
  const told = begin({ type: 'purchase' });
  told.offer(1, 'tip', 'impression');
  told.offer(2, 'tip', 'click');
  told.offer(3, 'ad', 'impression');
  expect(told.engine.state.visitor.touches).toEqual({
    tip: [momentOf(1), momentOf(2)],
    ad: [momentOf(3), momentOf(3)],
  });
});

test('[EN15] an engagement of another campaign is owed nothing', () => {
  const goal = { type: 'purchase' };
  const told = visit(
    publish([], {
      campaigns: [
        { id: 'a', goal, engagements: [offer('a1')] },
        { id: 'b', goal, engagements: [offer('b1')] },
      ],
    }),
  );
  told.page(0, '/');
  told.offer(1, 'b1', 'click');
  told.report(2, order);
  expect(goals(told)).toEqual({ a: null, b: 'b1' });
});

test.each([
  [2 * DAY, 'tip'],
  [2 * DAY + 1, null],
])('[GO1] a window of two days, a touch %d s before', (seconds, engagement) => {
  const told = begin({ type: 'purchase' }, { attribution: { days: 2 } });
  told.offer(1, 'tip', 'click');
  told.page(1 + seconds, '/');
  told.report(1 + seconds, order);
  expect(goals(told)).toEqual({ sales: engagement });
});

test('[GO1] a window of no days is the session', () => {
  const told = begin({ type: 'purchase' }, { attribution: { days: 0 } });
  told.offer(1, 'tip', 'click');
  told.report(600, order);
  expect(goals(told)).toEqual({ sales: 'tip' });
  told.page(7200, '/');
  told.report(7201, order);
  expect(goals(told)).toEqual({ sales: null });
});

test('[GO1] without its module no goal is followed', () => {
  const config = publish([offer('tip')], {
    campaign: { goal: { type: 'purchase' } },
  });
  const told = visit(config, createState('v1'), () => ({}));
  told.page(0, '/');
  told.offer(1, 'tip', 'click');
  told.report(2, order);
  expect(goals(told)).toEqual({});
});

test('[GO2] a session is a prospect of what it could have been offered', () => {
  const told = visit(
    publish([], {
      controlGroup: 1,
      campaigns: [
        { id: 'here', engagements: [chat('a')] },
        { id: 'there', engagements: [offer('b', { entryPoints: ['cart'] })] },
      ],
    }),
  );
  told.page(0, '/');
  expect(told.engine.state.session.prospects).toEqual({ here: 1 });
  told.page(1, '/cart');
  expect(told.engine.state.session.prospects).toEqual({ here: 1, there: 1 });
  expect(told.eligible()).toEqual([]);
});

test.each([
  [0, ['it']],
  [0.15, ['it']],
  [0.16, []],
  [1, []],
])('[GO2] a control group of %d, by the campaign', (controlGroup, eligible) => {
  // The draw of v1 for `sales` is 0.1548…
  const told = visit(publish([offer('it')], { campaign: { controlGroup } }));
  told.page(0, '/');
  expect(told.eligible()).toEqual(eligible);
  expect(told.engine.state.session.prospects).toEqual({ sales: 1 });
});

test.each([
  [0.32, ['it']],
  [0.33, []],
])('[GO2] a control group of %d, by the site', (controlGroup, eligible) => {
  // The draw of v1 for `acme` is 0.3287…
  const told = visit(publish([offer('it')], { controlGroup }));
  told.page(0, '/');
  expect(told.eligible()).toEqual(eligible);
});

import type { PublishedConfig } from '@beckon/schema/types';
import { expect, test } from 'vitest';
import { createState } from './index.ts';
import {
  banner,
  chat,
  offer,
  publish,
  publishAudience,
  START,
} from './testing/site.ts';
import { momentOf, visit } from './testing/visit.ts';

const inCart = (seconds: number, count = 'visible') => ({
  type: 'time-on-entry-point',
  entryPoints: ['cart'],
  seconds,
  count,
});

/** A visit without the audiences' module, which wakes at midnight. */
function begin(config: PublishedConfig) {
  return visit(config, createState('v1'), () => ({}));
}

/** Publishes offers that wait for seconds in the cart. */
function publishTimes(...all: readonly object[]): PublishedConfig {
  const names = all.map((_, i) => `time-${i}`);
  return publish(
    names.map((name) => offer(name, { behaviors: [name] })),
    {
      behaviors: Object.fromEntries(
        names.map((name, i) => [name, { all: [all[i]] }]),
      ),
    },
  );
}

test('[RC1] a visit in which nothing runs needs no timer', () => {
  const told = begin(publish([offer('it')]));
  expect(told.engine.nextAt()).toBeNull();
  told.page(0, '/cart');
  expect(told.engine.nextAt()).toBeNull();
});

test('[BC2] the timer is a millisecond after the time asked for', () => {
  const told = begin(publishTimes(inCart(10)));
  told.page(0, '/cart');
  expect(told.engine.nextAt()).toBe(momentOf(10.001));
  told.wait(10.001);
  expect(told.engine.nextAt()).toBeNull();
});

test('[BC2] of several times the nearest is the timer', () => {
  const told = begin(publishTimes(inCart(20), inCart(5), inCart(10)));
  told.page(0, '/cart');
  expect(told.engine.nextAt()).toBe(momentOf(5.001));
  told.wait(6);
  expect(told.engine.nextAt()).toBe(momentOf(10.001));
});

test('[BC2] two visible tabs bring the moment nearer', () => {
  const told = begin(publishTimes(inCart(10)));
  told.page(0, '/cart');
  told.page(4, '/cart', { tab: 't2' });
  expect(told.engine.nextAt()).toBe(momentOf(7.001));
  told.wait(7);
  expect(told.eligible()).toEqual([]);
  told.wait(7.001);
  expect(told.eligible()).toEqual(['time-0']);
});

test('[BC2] an odd rest in two tabs is not waited for too long', () => {
  const told = begin(publishTimes(inCart(10)));
  told.page(0, '/cart');
  told.page(0.001, '/cart', { tab: 't2' });
  // 9,999 ms are left, and one more, of two a millisecond.
  expect(told.engine.nextAt()).toBe(momentOf(5.001));
  told.wait(5.001);
  expect(told.eligible()).toEqual(['time-0']);
});

test('[PG6] hidden time needs no timer but where it counts', () => {
  const told = begin(publishTimes(inCart(10), inCart(20, 'open')));
  told.page(0, '/cart');
  told.show(4, 'hidden');
  expect(told.engine.nextAt()).toBe(momentOf(20.001));
  told.wait(21);
  expect(told.eligible()).toEqual(['time-1']);
});

test('[RC1] away from its entry point a time needs no timer', () => {
  const told = begin(publishTimes(inCart(10)));
  told.page(0, '/cart');
  told.page(4, '/help');
  expect(told.engine.nextAt()).toBeNull();
  told.page(6, '/cart');
  expect(told.engine.nextAt()).toBe(momentOf(12.001));
});

test('[SL10] a delay and a duration are timers, while their tab is visible', () => {
  const told = begin(
    publish([
      banner('ad', { durationSeconds: 8 }),
      offer('tip', { delaySeconds: 5 }),
    ]),
  );
  told.page(0, '/');
  expect(told.engine.nextAt()).toBe(momentOf(5));
  told.show(1, 'hidden');
  expect(told.engine.nextAt()).toBeNull();
  told.show(11, 'visible');
  expect(told.engine.nextAt()).toBe(momentOf(15));
  told.wait(15);
  expect(told.engine.nextAt()).toBe(momentOf(18));
  told.wait(18);
  expect(told.engine.nextAt()).toBeNull();
});

test('[EN2] no timer lies past the end of the session', () => {
  const told = begin(publishTimes(inCart(1800), inCart(1799.999)));
  told.page(0, '/cart');
  expect(told.engine.nextAt()).toBe(momentOf(1800));
  told.wait(1800);
  expect(told.eligible()).toEqual(['time-1']);
  expect(told.engine.nextAt()).toBeNull();
});

test('[SL8] a schedule sets the timer to its next edge', () => {
  const schedule = {
    to: '2026-03-02T10:30:00Z',
    hours: { mon: [['09:00', '10:10']] },
  };
  const told = begin(publish([offer('it')], { campaign: { schedule } }));
  told.page(0, '/');
  expect(told.engine.nextAt()).toBe(momentOf(600));
  told.wait(599.999);
  expect(told.eligible()).toEqual(['it']);
  told.wait(600);
  expect(told.eligible()).toEqual([]);
});

test('[SL1] the end of a snooze is a timer', () => {
  const told = begin(publish([banner('ad', { snoozeDays: 1 })]));
  told.page(0, '/');
  told.offer(1, 'ad', 'decline');
  expect(told.engine.nextAt()).toBe(momentOf(86_401));
});

test('[EN8] with audiences by date, midnight is a timer', () => {
  const told = visit(publishAudience([{ type: 'age', range: [18, null] }]));
  told.page(0, '/');
  expect(told.engine.nextAt()).toBe(START + 14 * 3600 * 1000);
});

test('[EN2] no snooze and no schedule is missed between two sessions', () => {
  const schedule = { from: '2026-03-05' };
  const told = begin(
    publish([chat('talk'), offer('tip')], { campaign: { schedule } }),
  );
  told.page(0, '/');
  told.tell(1, { type: 'availability', skills: { sales: 'online' } });
  told.wait(7200);
  expect(told.engine.nextAt()).toBe(Date.UTC(2026, 2, 3));
  told.wait(62 * 3600 - 0.001);
  expect(told.eligible()).toEqual([]);
  told.wait(62 * 3600);
  expect(told.eligible()).toEqual(['talk', 'tip']);
});

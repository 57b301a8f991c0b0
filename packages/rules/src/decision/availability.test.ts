import { expect, test } from 'vitest';
import { banner, chat, publish } from '../testing/site.ts';
import { momentOf, visit, type Visit } from '../testing/visit.ts';

const CART = { entryPoints: ['cart'] };
const online = { type: 'availability', skills: { sales: 'online' } } as const;
const offline = { type: 'availability', skills: { sales: 'offline' } } as const;
const BOTH = { online: { title: 'on' }, busy: { title: 'busy' } };

function asksOf({ engine }: Visit, told: () => void): readonly number[] {
  // What a page would be told of the decision that follows an event.
  told();
  return engine.decide('t1').asks;
}

/** Applies an event without deciding, then decides once. */
function decideAfter(
  { engine }: Visit,
  ...events: readonly Parameters<typeof engine.apply>[0][]
) {
  for (const event of events) engine.apply(event);
  return engine.decide('t1');
}

const load = (seconds: number, path: string) =>
  ({
    type: 'page',
    by: 'load',
    tab: 't1',
    at: momentOf(seconds),
    url: `https://shop.example${path}`,
  }) as const;

test('[OF5] availability is asked for when nothing else is missing', () => {
  const told = visit(publish([chat('talk')]));
  expect(decideAfter(told, load(0, '/')).asks).toEqual([0]);
});

test('[OF5] nothing is asked for what is not eligible otherwise', () => {
  const told = visit(publish([chat('talk', CART)]));
  expect(decideAfter(told, load(0, '/')).asks).toEqual([]);
  expect(decideAfter(told, load(1, '/cart')).asks).toEqual([0]);
});

test('[OF5] content asks nobody', () => {
  const told = visit(publish([banner('ad')]));
  const { asks, offers } = decideAfter(told, load(0, '/'));
  expect(asks).toEqual([]);
  expect(offers['proactive']).toMatchObject({
    engagement: 'ad',
    creative: 'online',
  });
});

test('[OF5] all that wait for an answer are named', () => {
  const told = visit(
    publish([
      chat('one'),
      chat('two'),
      chat('three', { skill: 'service', zone: 'left', format: 'sticky' }),
    ]),
  );
  const { asks } = decideAfter(told, load(0, '/'));
  expect(asks).toEqual([0, 1, 2]);
});

test('[OF5] what was answered is not asked again', () => {
  const told = visit(publish([chat('talk')]));
  told.tell(0, offline);
  expect(decideAfter(told, load(1, '/')).asks).toEqual([]);
});

test('[OF5] nobody in a control group makes the page ask', () => {
  const told = visit(publish([chat('talk')], { controlGroup: 1 }));
  expect(asksOf(told, () => told.page(0, '/'))).toEqual([]);
});

test('[OF5] an unknown availability shows nothing', () => {
  const told = visit(publish([chat('talk')]));
  told.page(0, '/');
  told.tell(1, { type: 'availability', skills: { other: 'online' } });
  expect([told.eligible(), told.shown('proactive')]).toEqual([[], undefined]);
});

test('[OF5] a state without a creative shows nothing', () => {
  const told = visit(publish([chat('talk')]));
  told.page(0, '/');
  told.tell(1, { type: 'availability', skills: { sales: 'busy' } });
  expect([told.eligible(), told.shown('proactive')]).toEqual([[], undefined]);
});

test.each(['proactive', 'left'])(
  '[OF5] an offer in the zone %s changes its creative and is no new display',
  (zone) => {
    const format = zone === 'left' ? 'sticky' : 'toaster';
    const told = visit(
      publish([
        chat('talk', { zone, format, creative: BOTH, durationSeconds: 9 }),
      ]),
    );
    told.page(0, '/');
    told.tell(3, online);
    const standing = () => told.engine.state.tabs['t1']?.offers[zone];
    expect(standing()).toMatchObject({
      engagement: 'talk',
      untilMs: 12_000,
      creative: 'online',
    });
    told.tell(5, { type: 'availability', skills: { sales: 'busy' } });
    expect(standing()).toMatchObject({
      engagement: 'talk',
      untilMs: 12_000,
      creative: 'busy',
    });
    told.tell(6, offline);
    expect(standing()).toBeUndefined();
  },
);

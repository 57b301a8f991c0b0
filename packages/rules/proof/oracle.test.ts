import type { PageEvent, VisitEvent } from '@beckon/schema/types';
import { expect, test } from 'vitest';
import type {
  AuthoredBehavior,
  AuthoredConfig,
  AuthoredEngagement,
} from './oracle/authored.ts';
import { draw } from './oracle/draw.ts';
import { createOracle, type Oracle } from './oracle/oracle.ts';
import { matchesText, matchesUrl } from './oracle/patterns.ts';
import { isOnSchedule } from './oracle/schedule.ts';

/*
 * The oracle's own checks: a few cases counted out by hand, so that the proof
 * does not compare the engine with nonsense.
 */

const HELP: AuthoredEngagement = {
  id: 'help',
  kind: 'content',
  format: 'toaster',
  zone: 'proactive',
  url: 'https://shop.example/help',
  creative: { online: { title: 'Help' } },
};

const SITE: AuthoredConfig = {
  version: 1,
  site: 'acme',
  entryPoints: {
    cart: { url: [{ exact: '/cart' }] },
    ship: { url: [{ exact: '/ship' }] },
    thanks: { url: [{ exact: '/thanks' }] },
  },
  flows: {
    buy: {
      steps: [
        { entryPoint: 'cart' },
        { entryPoint: 'ship', required: false },
        { entryPoint: 'thanks' },
      ],
    },
  },
  behaviors: {},
  audiences: {},
  campaigns: [],
};

function offering(engagement: Partial<AuthoredEngagement>): AuthoredConfig {
  const goal = { type: 'interaction' } as const;
  const engagements = [{ ...HELP, ...engagement }];
  return {
    ...SITE,
    campaigns: [{ id: 'c', name: 'c', priority: 'high', goal, engagements }],
  };
}

function follow(config: AuthoredConfig, events: readonly VisitEvent[]): Oracle {
  const oracle = createOracle(config, { visitorId: 'v', previousVisits: 0 });
  for (const event of events) {
    oracle.tell(event);
    for (const tab of oracle.openTabs()) oracle.decide(tab);
  }
  return oracle;
}

function page(at: number, path: string, tab = 'a'): PageEvent {
  const url = `https://shop.example${path}`;
  return { type: 'page', at, tab, by: 'load', url };
}

const tick = (at: number): VisitEvent => ({ type: 'tick', at });

function holds(
  condition: AuthoredBehavior,
  events: readonly VisitEvent[],
): boolean {
  const config = { ...SITE, behaviors: { it: { all: [condition] } } };
  return follow(config, events).look().behavior('it', 0);
}

test('[PT1] texts are compared without case and outer blanks', () => {
  expect(matchesText([{ exact: 'your cart' }], ' Your  CART ')).toBe(true);
  expect(matchesText([{ exact: 'your' }], 'your cart')).toBe(false);
  expect(matchesText([{ regex: '^your cart$' }], ' Your  CART ')).toBe(true);
});

test('[PT2] an exact URL ignores what the pattern leaves out', () => {
  const url = 'https://shop.example/cart/?b=2&a=1#top';
  const fits = (exact: string) => matchesUrl([{ exact }], url);
  expect(fits('/cart')).toBe(true);
  expect(fits('HTTPS://SHOP.example:443/cart')).toBe(true);
  expect(fits('/cart?a=1&b=2')).toBe(true);
  expect(fits('/cart?a=1')).toBe(false);
  expect(fits('/cart#bottom')).toBe(false);
  expect(fits('/Cart')).toBe(false);
});

test('[PT3] contains looks in the URL as given and decoded', () => {
  const url = 'https://shop.example/caf%C3%A9?x=%E9';
  expect(matchesUrl([{ contains: 'CAFÉ' }], url)).toBe(true);
  expect(matchesUrl([{ contains: '%c3%a9' }], url)).toBe(true);
  expect(matchesUrl([{ contains: '%E9' }], url)).toBe(true);
});

test('[FL4] going back one step is back flow', () => {
  const walk = [page(0, '/cart'), page(1, '/ship'), page(2, '/cart')];
  const isBack = { type: 'flow', flow: 'buy', event: 'back-flow' } as const;
  expect(holds(isBack, walk)).toBe(true);
  expect(holds(isBack, [...walk, page(3, '/ship')])).toBe(false);
});

test('[FL5] a page outside the flow abandons it, until it goes on', () => {
  const left = { type: 'flow', flow: 'buy', event: 'abandoned' } as const;
  const walk = [page(0, '/cart'), page(1, '/')];
  expect(holds(left, walk)).toBe(true);
  expect(holds(left, [...walk, page(2, '/thanks')])).toBe(false);
  expect(holds(left, [page(0, '/thanks'), page(1, '/')])).toBe(false);
});

test('[BC2] time is more than the seconds a millisecond after them', () => {
  const second = {
    type: 'time-on-entry-point',
    entryPoints: ['cart'],
    seconds: 1,
  } as const;
  expect(holds(second, [page(0, '/cart'), tick(1000)])).toBe(false);
  expect(holds(second, [page(0, '/cart'), tick(1001)])).toBe(true);
  const twice = [page(0, '/cart'), page(0, '/cart', 'b'), tick(501)];
  expect(holds(second, twice)).toBe(true);
});

test('[EN1] a clock that jumps back takes no time away and adds none', () => {
  const second = {
    type: 'time-on-entry-point',
    entryPoints: ['cart'],
    seconds: 1,
  } as const;
  const jumps = [page(5000, '/cart'), tick(5600), tick(1000), tick(1400)];
  expect(holds(second, jumps)).toBe(false);
  expect(holds(second, [...jumps, tick(1401)])).toBe(true);
});

test('[EN2] from its end a session stands still, and an activity ends that', () => {
  const visited = {
    type: 'visited-entry-point',
    entryPoints: ['cart'],
  } as const;
  const end = 30 * 60_000;
  const events = [page(0, '/cart'), page(1, '/', 'b'), tick(end + 1)];
  expect(holds(visited, events)).toBe(true);
  const input: VisitEvent = { type: 'input', at: end + 1, tab: 'b' };
  expect(holds(visited, [...events, input])).toBe(false);
});

test('[BC5] a cart is compared with the last one of another total', () => {
  const fewer = { type: 'cart-value', change: 'decreased' } as const;
  const carts = (...totals: readonly number[]) =>
    totals.map((total, at): VisitEvent => {
      const attribute = { type: 'cart', total } as const;
      return { type: 'attribute', at, tab: 'a', attribute };
    });
  expect(holds(fewer, carts(80, 50, 50))).toBe(true);
  expect(holds(fewer, carts(50, 80))).toBe(false);
  const attribute = { type: 'purchase', orderId: '1' } as const;
  const bought = { type: 'attribute', at: 2, tab: 'a', attribute } as const;
  expect(holds(fewer, [...carts(80), bought, ...carts(50)])).toBe(false);
});

test('[SL8] hours run over midnight, and a special day cuts their tail', () => {
  const night = {
    timeZone: 'Europe/London',
    hours: { fri: [['22:00', '02:00']] },
  } as const;
  const on = (schedule: Parameters<typeof isOnSchedule>[0], text: string) =>
    isOnSchedule(schedule, Date.parse(text));
  // In summer London is an hour ahead of UTC; 3 July 2026 is a Friday.
  expect(on(night, '2026-07-03T20:59:59Z')).toBe(false);
  expect(on(night, '2026-07-03T21:00:00Z')).toBe(true);
  expect(on(night, '2026-07-04T00:59:59Z')).toBe(true);
  expect(on(night, '2026-07-04T01:00:00Z')).toBe(false);
  const closed = { ...night, specialDays: { '2026-07-04': [] } };
  expect(on(closed, '2026-07-03T22:59:59Z')).toBe(true);
  expect(on(closed, '2026-07-03T23:00:00Z')).toBe(false);
});

test('[SL6] draws are those of MurmurHash3', () => {
  // Values of the reference implementation for seed 0.
  expect(draw('hello') * 2 ** 32).toBe(0x248bfa47);
  expect(draw('hello, world') * 2 ** 32).toBe(0x149bbb7f);
});

test('[SL10] a delay runs in visible time, a duration from the display', () => {
  const config = offering({ delaySeconds: 1, durationSeconds: 2 });
  const hidden = { type: 'tab', at: 500, tab: 'a', state: 'hidden' } as const;
  const shown = { type: 'tab', at: 9000, tab: 'a', state: 'visible' } as const;
  const events = [page(0, '/'), hidden, shown, tick(9499)];
  expect(follow(config, events).standing('a')).toEqual({});
  const waited = [...events, tick(9500)];
  expect(follow(config, waited).standing('a')).toEqual({ proactive: 'help' });
  const timedOut = [...waited, tick(11_500)];
  expect(follow(config, timedOut).standing('a')).toEqual({});
});

test('[SL4] a proactive offer stays when its page ceases to fit', () => {
  const sides = { format: 'sticky', zone: 'left' } as const;
  const title: VisitEvent = {
    type: 'page-update',
    at: 1,
    tab: 'a',
    title: 'gone',
  };
  const entryPoints = ['titled'];
  const titled = { ...SITE.entryPoints, titled: { title: [{ exact: 'on' }] } };
  const first = { ...page(0, '/'), title: 'on' };
  const standing = (engagement: Partial<AuthoredEngagement>) =>
    follow(
      { ...offering({ ...engagement, entryPoints }), entryPoints: titled },
      [first, title],
    ).standing('a');
  expect(standing({})).toEqual({ proactive: 'help' });
  expect(standing(sides)).toEqual({});
});

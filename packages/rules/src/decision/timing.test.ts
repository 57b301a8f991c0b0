import { expect, test } from 'vitest';
import { banner, chat, publish } from '../testing/site.ts';
import { visit } from '../testing/visit.ts';

const CART = { entryPoints: ['cart'] };
const online = { type: 'availability', skills: { sales: 'online' } } as const;
const offline = { type: 'availability', skills: { sales: 'offline' } } as const;

test('[SL10] an offer times out at the end of its visible time', () => {
  const told = visit(publish([banner('ad', { durationSeconds: 10 })]));
  told.page(0, '/');
  told.show(4, 'hidden');
  told.show(9, 'visible');
  told.wait(14.999);
  expect(told.shown('proactive')).toBe('ad');
  told.wait(15);
  expect(told.shown('proactive')).toBeUndefined();
  expect(told.engine.state.tabs['t1']?.done).toEqual({ ad: 'timeout' });
  told.wait(100);
  expect(told.shown('proactive')).toBeUndefined();
});

test('[SL10] what timed out leaves its zone to another', () => {
  const told = visit(
    publish([
      banner('ad', { durationSeconds: 10, priority: 1 }),
      banner('other'),
    ]),
  );
  told.page(0, '/');
  told.wait(10);
  expect(told.shown('proactive')).toBe('other');
});

test('[SL10] who waits holds no zone', () => {
  const told = visit(
    publish([banner('late', { delaySeconds: 5, priority: 1 }), banner('soon')]),
  );
  told.page(0, '/');
  expect(told.shown('proactive')).toBe('soon');
  told.wait(6);
  expect(told.shown('proactive')).toBe('soon');
});

test('[SL10] a delay is visible time from eligibility on', () => {
  const told = visit(publish([banner('late', { delaySeconds: 5 })]));
  told.page(0, '/');
  told.show(2, 'hidden');
  told.show(10, 'visible');
  told.wait(12.999);
  expect(told.shown('proactive')).toBeUndefined();
  told.wait(13);
  expect(told.shown('proactive')).toBe('late');
});

test('[SL10] a delay begins anew when eligibility ceased', () => {
  const told = visit(publish([chat('late', { delaySeconds: 5 })]));
  told.tell(0, online);
  told.page(1, '/');
  told.wait(4);
  told.tell(4, offline);
  told.tell(5, online);
  told.wait(9.999);
  expect(told.shown('proactive')).toBeUndefined();
  told.wait(10);
  expect(told.shown('proactive')).toBe('late');
});

test('[SL10] a delay begins anew with a page view', () => {
  const told = visit(publish([banner('late', { delaySeconds: 5 })]));
  told.page(0, '/');
  told.page(4, '/');
  told.wait(8.999);
  expect(told.shown('proactive')).toBeUndefined();
  told.wait(9);
  expect(told.shown('proactive')).toBe('late');
});

test('[EN12] chosen again at a route, an offer keeps its display', () => {
  const told = visit(publish([banner('ad', { durationSeconds: 10 })]));
  told.page(0, '/');
  told.page(6, '/next', { by: 'route' });
  expect(told.engine.state.tabs['t1']?.offers['proactive']?.untilMs).toBe(
    10_000,
  );
  told.wait(10);
  expect(told.shown('proactive')).toBeUndefined();
});

test('[EN12] a loaded document displays anew', () => {
  const told = visit(publish([banner('ad', { durationSeconds: 10 })]));
  told.page(0, '/');
  told.page(6, '/next');
  expect(told.engine.state.tabs['t1']?.offers['proactive']?.untilMs).toBe(
    16_000,
  );
  told.wait(15.999);
  expect(told.shown('proactive')).toBe('ad');
  told.wait(16);
  expect(told.shown('proactive')).toBeUndefined();
});

test('[EN12] an offer that was away for a page view displays anew', () => {
  const told = visit(publish([banner('ad', { ...CART, durationSeconds: 9 })]));
  told.page(0, '/cart');
  told.page(5, '/x', { by: 'route' });
  told.page(8, '/cart', { by: 'route' });
  expect(told.engine.state.tabs['t1']?.offers['proactive']?.untilMs).toBe(
    17_000,
  );
});

test('[EN12] another offer in the zone has a display of its own', () => {
  const told = visit(
    publish([
      banner('a', CART),
      banner('b', { entryPoints: ['help'], durationSeconds: 9 }),
    ]),
  );
  told.page(0, '/cart');
  told.page(5, '/help', { by: 'route' });
  expect(told.engine.state.tabs['t1']?.offers['proactive']).toMatchObject({
    engagement: 'b',
    untilMs: 14_000,
  });
});

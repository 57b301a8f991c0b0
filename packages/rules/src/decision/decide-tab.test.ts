import { expect, test } from 'vitest';
import {
  banner,
  chat,
  embedded,
  offer,
  publish,
  publishBehavior,
} from '../testing/site.ts';
import { visit } from '../testing/visit.ts';

const CART = { entryPoints: ['cart'] };
const online = { type: 'availability', skills: { sales: 'online' } } as const;
const offline = { type: 'availability', skills: { sales: 'offline' } } as const;

test('[EN10] another offer comes in the moment in which one goes', () => {
  const told = visit(publish([chat('talk', { priority: 1 }), banner('ad')]));
  told.tell(0, online);
  told.page(1, '/');
  expect(told.shown('proactive')).toBe('talk');
  told.tell(2, offline);
  expect(told.shown('proactive')).toBe('ad');
});

test('[EN10] what stands is not replaced by what would win', () => {
  const told = visit(publish([chat('talk', { priority: 1 }), banner('ad')]));
  told.page(0, '/');
  told.tell(1, online);
  expect(told.eligible()).toEqual(['talk', 'ad']);
  expect(told.shown('proactive')).toBe('ad');
});

test('[SL4] a proactive offer stays when its behavior ceases to hold', () => {
  const all = [{ type: 'about-to-abandon' }];
  const told = visit(
    publish(
      [
        banner('ad', { behaviors: ['it'] }),
        offer('tip', { behaviors: ['it'] }),
      ],
      {
        behaviors: { it: { all } },
      },
    ),
  );
  told.page(0, '/');
  told.page(0, '/', { tab: 't2' });
  told.tell(5, { type: 'leave', tab: 't2', sign: 'pointer', size: 1 });
  expect([told.shown('proactive'), told.shown('left')]).toEqual(['ad', 'tip']);
  told.show(6, 'closed', 't2');
  expect([told.shown('proactive'), told.shown('left')]).toEqual([
    'ad',
    undefined,
  ]);
});

test('[SL4] a proactive offer goes when its schedule ends', () => {
  const told = visit(
    publish([banner('ad')], {
      campaign: { schedule: { to: '2026-03-02T10:01:00Z' } },
    }),
  );
  told.page(0, '/');
  told.wait(59.999);
  expect(told.shown('proactive')).toBe('ad');
  told.wait(60);
  expect(told.shown('proactive')).toBeUndefined();
});

test('[SL4] a click leaves an offer that is not proactive', () => {
  const told = visit(publish([offer('tip'), banner('ad')]));
  told.page(0, '/');
  told.offer(1, 'tip', 'click');
  told.offer(1, 'ad', 'click');
  expect([told.shown('left'), told.shown('proactive')]).toEqual([
    'tip',
    undefined,
  ]);
});

test('[SL4] a click takes a proactive offer away in its own tab alone', () => {
  const told = visit(publish([banner('ad')]));
  told.page(0, '/');
  told.page(0, '/', { tab: 't2' });
  told.offer(1, 'ad', 'click');
  expect([told.shown('proactive'), told.shown('proactive', 't2')]).toEqual([
    undefined,
    'ad',
  ]);
});

test('[SL4] a decline takes an offer away in all tabs', () => {
  const told = visit(publish([banner('ad')]));
  told.page(0, '/');
  told.page(0, '/', { tab: 't2' });
  told.offer(1, 'ad', 'decline');
  expect([told.shown('proactive'), told.shown('proactive', 't2')]).toEqual([
    undefined,
    undefined,
  ]);
});

test('[SL4] what was clicked comes again with the next page view', () => {
  const told = visit(publish([banner('ad')]));
  told.page(0, '/');
  told.offer(1, 'ad', 'click');
  told.page(2, '/');
  expect(told.shown('proactive')).toBe('ad');
});

test('[EN11] keep leaves an embedded offer whose entry point is gone', () => {
  const told = visit(publish([embedded('it', CART)]));
  told.page(0, '/cart');
  told.page(1, '/help', { by: 'command', keep: ['box-it'] });
  expect(told.eligible()).toEqual([]);
  expect(told.shown('box-it')).toBe('it');
  told.wait(100);
  expect(told.shown('box-it')).toBe('it');
  told.page(101, '/payment', { by: 'command' });
  expect(told.shown('box-it')).toBeUndefined();
});

test('[EN11] keep is for the zones that it names', () => {
  const told = visit(publish([embedded('a', CART), embedded('b', CART)]));
  told.page(0, '/cart');
  told.page(1, '/help', { by: 'command', keep: ['box-b'] });
  expect([told.shown('box-a'), told.shown('box-b')]).toEqual([undefined, 'b']);
});

test('[EN11] what is kept goes as a proactive one would', () => {
  const told = visit(publish([embedded('it', CART)]));
  told.page(0, '/cart');
  told.page(1, '/help', { by: 'command', keep: ['box-it'] });
  told.offer(2, 'it', 'decline');
  expect(told.shown('box-it')).toBeUndefined();
});

test('[EN11] an offer that comes into a kept zone later is like any other', () => {
  const all = [{ type: 'about-to-abandon' }];
  const told = visit(
    publish([embedded('it', { behaviors: ['it'] })], {
      behaviors: { it: { all } },
    }),
  );
  told.page(0, '/');
  told.page(1, '/x', { by: 'command', keep: ['box-it'] });
  told.page(1, '/', { tab: 't2' });
  told.tell(9, { type: 'leave', tab: 't2', sign: 'pointer', size: 1 });
  expect(told.shown('box-it')).toBe('it');
  told.show(10, 'closed', 't2');
  expect(told.shown('box-it')).toBeUndefined();
});

test('[EN13] what was removed is not shown again in the page view', () => {
  const told = visit(publish([offer('tip')]));
  told.page(0, '/');
  told.offer(1, 'tip', 'remove');
  expect(told.shown('left')).toBeUndefined();
  told.tell(2, { type: 'visitor', language: 'en' });
  expect(told.shown('left')).toBeUndefined();
  told.page(3, '/');
  expect(told.shown('left')).toBe('tip');
});

test('[EN13] a removal of what does not stand counts, and spares what does', () => {
  const told = visit(publish([offer('a', { priority: 1 }), offer('b')]));
  told.page(0, '/');
  told.offer(1, 'b', 'remove');
  expect(told.shown('left')).toBe('a');
  told.offer(2, 'a', 'remove');
  expect(told.shown('left')).toBeUndefined();
});

test('[EN13] what is told of no engagement of the config changes nothing', () => {
  const told = visit(publish([offer('tip')]));
  told.page(0, '/');
  const before = structuredClone(told.engine.state.session);
  told.offer(1, 'nobody', 'decline');
  expect(told.engine.state.session).toEqual(before);
});

test('[SL4] an offer in another zone follows its eligibility', () => {
  const told = visit(
    publishBehavior([{ type: 'cart-value', between: [50, null] }]),
  );
  told.page(0, '/');
  told.report(1, { type: 'cart', total: 60 });
  expect(told.shown('left')).toBe('it');
  told.report(2, { type: 'cart', total: 40 });
  expect(told.shown('left')).toBeUndefined();
});

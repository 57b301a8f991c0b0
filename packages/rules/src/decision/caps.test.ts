import { expect, test } from 'vitest';
import { banner, chat, offer, publish } from '../testing/site.ts';
import { visit } from '../testing/visit.ts';

const online = { type: 'availability', skills: { sales: 'online' } } as const;

test('[EN14] one impression counts for each offer and page view of a tab', () => {
  const config = publish([banner('ad')], {
    proactiveCap: { content: 3, conversation: null },
  });
  const told = visit(config);
  const count = () => told.engine.state.session.impressions.content;
  told.page(0, '/');
  told.offer(1, 'ad', 'impression');
  told.offer(2, 'ad', 'impression');
  expect(count()).toBe(1);
  told.page(3, '/', { tab: 't2' });
  told.offer(4, 'ad', 'impression', 't2');
  expect(count()).toBe(2);
  told.page(5, '/');
  told.offer(6, 'ad', 'impression');
  expect(count()).toBe(3);
  told.page(7, '/');
  expect(told.shown('proactive')).toBeUndefined();
  expect(told.shown('proactive', 't2')).toBe('ad');
});

test('[EN14] impressions of other zones do not count', () => {
  const told = visit(publish([offer('tip')]));
  told.page(0, '/');
  told.offer(1, 'tip', 'impression');
  expect(told.engine.state.session.impressions).toEqual({
    content: 0,
    conversation: 0,
  });
});

test('[EN14] an impression in a tab without a page view does not count', () => {
  const told = visit(publish([banner('ad')]));
  told.page(0, '/');
  told.offer(1, 'ad', 'impression', 'nowhere');
  expect(told.engine.state.session.impressions.content).toBe(0);
});

test('[SL5] the cap of one kind does not concern the other', () => {
  const config = publish([chat('talk'), banner('ad')], {
    proactiveCap: { content: null, conversation: 0 },
  });
  const told = visit(config);
  told.tell(0, online);
  told.page(1, '/');
  expect(told.eligible()).toEqual(['ad']);
});

test('[SL5] a declined proactive conversation stops all, in all tabs', () => {
  const told = visit(
    publish([
      chat('a', { priority: 1 }),
      chat('b', { entryPoints: ['help'] }),
      banner('ad'),
    ]),
  );
  told.tell(0, online);
  told.page(1, '/');
  told.page(1, '/help', { tab: 't2' });
  told.offer(2, 'a', 'decline');
  expect(told.eligible()).toEqual(['ad']);
  expect(told.eligible('t2')).toEqual(['ad']);
});

test.each([
  ['content', banner('x')],
  [
    'a conversation in another zone',
    chat('x', { zone: 'left', format: 'sticky' }),
  ],
])('[SL5] declining %s stops no conversation', (_, declined) => {
  const told = visit(publish([declined, chat('talk')]));
  told.tell(0, online);
  told.page(1, '/');
  told.offer(2, 'x', 'decline');
  expect(told.eligible()).toEqual(['talk']);
});

test('[SL7] a conversation stops proactive conversations until it ends', () => {
  const told = visit(
    publish([
      chat('talk'),
      banner('ad'),
      chat('button', { zone: 'left', format: 'sticky' }),
    ]),
  );
  told.tell(0, online);
  told.page(1, '/');
  told.tell(2, { type: 'conversation', tab: 't1', state: 'opened' });
  expect(told.eligible()).toEqual(['ad', 'button']);
  told.tell(3, { type: 'conversation', tab: 't1', state: 'ended' });
  expect(told.eligible()).toEqual(['talk', 'ad', 'button']);
});

test('[SL1] a snooze outlives the session, to its very end', () => {
  const DAY = 86_400;
  const told = visit(publish([banner('ad', { snoozeDays: 2 })]));
  told.page(0, '/');
  told.offer(1, 'ad', 'decline');
  told.page(2 * DAY + 0.999, '/');
  expect(told.eligible()).toEqual([]);
  told.wait(2 * DAY + 1);
  expect(told.eligible()).toEqual(['ad']);
});

test('[SL1] without snoozeDays a decline is for the session', () => {
  const told = visit(publish([banner('ad')]));
  told.page(0, '/');
  told.offer(1, 'ad', 'decline');
  expect(told.engine.state.visitor.declines).toEqual({});
  told.page(3600, '/');
  expect(told.eligible()).toEqual(['ad']);
});

import { expect, test } from 'vitest';
import { chat, offer, publish, publishBehavior } from '../testing/site.ts';
import { visit } from '../testing/visit.ts';

const MINUTE = 60;
const HOUR = 3600;

test('[SE1] a session ends after thirty minutes without activity', () => {
  const { engine, page } = visit(publish([]));
  page(0, '/cart');
  page(30 * MINUTE - 0.001, '/help');
  expect(engine.state.visitor.visits).toBe(1);
  page(60 * MINUTE, '/cart');
  expect(engine.state.visitor.visits).toBe(2);
});

test('[EN2] an activity at the very end begins a new session', () => {
  const { engine, page } = visit(publish([]));
  page(0, '/cart');
  page(30 * MINUTE, '/help');
  expect(engine.state.visitor.visits).toBe(2);
});

test('[SE1] six hours end a session, however active', () => {
  const { engine, page } = visit(publish([]));
  for (let at = 0; at < 6 * HOUR; at += 20 * MINUTE) page(at, '/cart');
  expect(engine.state.visitor.visits).toBe(1);
  page(6 * HOUR, '/cart');
  expect(engine.state.visitor.visits).toBe(2);
});

test('[EN2] a message keeps a session thirty minutes past the six hours', () => {
  const { engine, page, tell } = visit(publish([]));
  for (let at = 0; at < 6 * HOUR; at += 20 * MINUTE) page(at, '/cart');
  const talk = { type: 'conversation', tab: 't1', state: 'message' } as const;
  tell(6 * HOUR - MINUTE, talk);
  page(6 * HOUR + 29 * MINUTE - 0.001, '/cart');
  expect(engine.state.visitor.visits).toBe(1);
  page(6 * HOUR + 29 * MINUTE, '/cart');
  expect(engine.state.visitor.visits).toBe(2);
});

test('[SE1] the end of a conversation is no message', () => {
  const { engine, page, tell } = visit(publish([]));
  for (let at = 0; at < 6 * HOUR; at += 20 * MINUTE) page(at, '/cart');
  const ended = { type: 'conversation', tab: 't1', state: 'ended' } as const;
  tell(6 * HOUR - MINUTE, ended);
  page(6 * HOUR, '/cart');
  expect(engine.state.visitor.visits).toBe(2);
});

test('[EN3] a tab that never told a page can be shown, hidden and closed', () => {
  const { engine, show } = visit(publish([]));
  show(0, 'hidden', 'nowhere');
  show(1, 'closed', 'nowhere');
  expect(engine.state.visitor.visits).toBe(0);
  show(2, 'visible', 'nowhere');
  expect(engine.state.visitor.visits).toBe(1);
  expect(engine.state.tabs).toEqual({});
});

test.each([
  ['input', { type: 'input', tab: 't1' }],
  ['a click', { type: 'offer', tab: 't1', engagement: 'it', phase: 'click' }],
  [
    'a decline',
    { type: 'offer', tab: 't1', engagement: 'it', phase: 'decline' },
  ],
  ['a message', { type: 'conversation', tab: 't1', state: 'message' }],
  [
    'an attribute',
    { type: 'attribute', tab: 't1', attribute: { type: 'lead', topic: 'x' } },
  ],
] as const)('[SE1] %s is activity', (_, event) => {
  const { engine, page, tell } = visit(publish([offer('it')]));
  page(0, '/cart');
  tell(20 * MINUTE, event);
  page(40 * MINUTE, '/cart');
  expect(engine.state.visitor.visits).toBe(1);
});

test('[SE1] a tab that becomes visible is activity', () => {
  const { engine, page, show } = visit(publish([]));
  page(0, '/cart');
  show(10 * MINUTE, 'hidden');
  show(20 * MINUTE, 'visible');
  page(40 * MINUTE, '/cart');
  expect(engine.state.visitor.visits).toBe(1);
});

test('[SE1] to be told that a visible tab is visible is no activity', () => {
  const { engine, page, show } = visit(publish([]));
  page(0, '/cart');
  show(20 * MINUTE, 'visible');
  page(40 * MINUTE, '/cart');
  expect(engine.state.visitor.visits).toBe(2);
});

test.each([
  ['a hidden tab', { type: 'tab', tab: 't1', state: 'hidden' }],
  [
    'an impression',
    { type: 'offer', tab: 't1', engagement: 'it', phase: 'impression' },
  ],
  [
    'a withdrawal',
    { type: 'offer', tab: 't1', engagement: 'it', phase: 'remove' },
  ],
  ['a sign of leaving', { type: 'leave', tab: 't1', sign: 'pointer', size: 9 }],
  ['a title', { type: 'page-update', tab: 't1', title: 'Cart' }],
  ['time', { type: 'tick' }],
  ['an availability', { type: 'availability', skills: { sales: 'online' } }],
  ['what the browser says', { type: 'visitor', language: 'en' }],
  ['an answer of the gateway', { type: 'geo', geo: null }],
] as const)('[SE1] %s is no activity', (_, event) => {
  const { engine, page, tell } = visit(publish([offer('it')]));
  page(0, '/cart');
  tell(20 * MINUTE, event);
  page(40 * MINUTE, '/cart');
  expect(engine.state.visitor.visits).toBe(2);
});

test('[EN13] what is told of an unknown engagement is no activity', () => {
  const { engine, page, offer: tellOffer } = visit(publish([]));
  page(0, '/cart');
  tellOffer(20 * MINUTE, 'nobody', 'click');
  page(40 * MINUTE, '/cart');
  expect(engine.state.visitor.visits).toBe(2);
});

test('[EN2] what is reported of a session that ended is not its fact', () => {
  const all = [{ type: 'about-to-abandon' }];
  const { page, tell, eligible } = visit(publishBehavior(all));
  page(0, '/cart');
  tell(31 * MINUTE, { type: 'leave', tab: 't1', sign: 'pointer', size: 9 });
  expect(eligible()).toEqual([]);
});

test('[EN2] time spent stands still from the end of a session', () => {
  const all = [
    { type: 'time-on-entry-point', entryPoints: ['cart'], seconds: 1900 },
  ];
  const { page, wait, eligible } = visit(publishBehavior(all));
  page(0, '/cart');
  wait(5 * HOUR);
  expect(eligible()).toEqual([]);
});

test('[EN2] availability changes decisions after the end of a session', () => {
  const left = { zone: 'left', format: 'sticky' };
  const { page, tell, shown } = visit(publish([chat('it', left)]));
  page(0, '/cart');
  tell(31 * MINUTE, { type: 'tick' });
  tell(32 * MINUTE, { type: 'availability', skills: { sales: 'online' } });
  expect(shown('left')).toBe('it');
});

test('[SE6] a clock that jumps back adds no time and takes none', () => {
  const all = [
    { type: 'time-on-entry-point', entryPoints: ['cart'], seconds: 10 },
  ];
  const { engine, page, tell, eligible } = visit(publishBehavior(all));
  page(0, '/cart');
  tell(6, { type: 'tick' });
  tell(-3000, { type: 'tick' });
  expect(engine.state.elapsed).toBe(6000);
  tell(-2996, { type: 'tick' });
  expect(eligible()).toEqual([]);
  tell(-2995.999, { type: 'tick' });
  expect(eligible()).toEqual(['it']);
});

test('[SE6] no time is negative, however a clock jumps', () => {
  const { engine, page, tell } = visit(publish([]));
  const jumps = [0, 100, -100, 50, -5000, 4000, 3999.5, -HOUR, HOUR, 0];
  page(0, '/cart');
  for (const at of jumps) {
    tell(at, { type: 'tick' });
    page(at, '/help', { tab: 't2' });
  }
  for (const { seenMs, openMs, visibleMs } of Object.values(engine.state.tabs))
    expect(Math.min(seenMs, openMs, visibleMs)).toBeGreaterThanOrEqual(0);
});

test('[SE6] schedules go by the moment last told, back too', () => {
  const schedule = { from: '2026-03-02T11:00:00Z' };
  const { page, tell, eligible } = visit(
    publish([offer('it')], { campaign: { schedule } }),
  );
  page(0, '/cart');
  expect(eligible()).toEqual([]);
  tell(HOUR, { type: 'tick' });
  tell(HOUR, { type: 'input', tab: 't1' });
  expect(eligible()).toEqual(['it']);
  tell(0, { type: 'tick' });
  expect(eligible()).toEqual([]);
});

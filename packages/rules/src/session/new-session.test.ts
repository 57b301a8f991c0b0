import { expect, test } from 'vitest';
import { createState } from '../index.ts';
import {
  offer,
  publish,
  publishAudience,
  publishBehavior,
} from '../testing/site.ts';
import { momentOf, visit } from '../testing/visit.ts';

const SAW_CART = [{ type: 'visited-entry-point', entryPoints: ['cart'] }];
const MINUTE = 60;
const HOUR = 3600;

test('[EN3] a new session begins with the page of the tab that acts', () => {
  const { page, tell, eligible } = visit(publishBehavior(SAW_CART));
  page(0, '/cart');
  page(1, '/help', { tab: 't2' });
  tell(40 * MINUTE, { type: 'input', tab: 't1' });
  expect(eligible('t1')).toEqual(['it']);
});

test('[EN3] pages of other tabs are not of the new session', () => {
  const { page, tell, eligible } = visit(publishBehavior(SAW_CART));
  page(0, '/cart');
  page(1, '/help', { tab: 't2' });
  tell(40 * MINUTE, { type: 'input', tab: 't2' });
  expect(eligible('t2')).toEqual([]);
});

test('[EN3] nothing is eligible in another tab until it acts', () => {
  const { page, tell, eligible, shown } = visit(publish([offer('it')]));
  page(0, '/cart');
  page(1, '/help', { tab: 't2' });
  expect(shown('left', 't1')).toBe('it');
  tell(40 * MINUTE, { type: 'input', tab: 't2' });
  expect(eligible('t2')).toEqual(['it']);
  expect(eligible('t1')).toEqual([]);
  expect(shown('left', 't1')).toBeUndefined();
  tell(41 * MINUTE, { type: 'input', tab: 't1' });
  expect(eligible('t1')).toEqual(['it']);
  expect(shown('left', 't1')).toBe('it');
});

test('[EN3] the page with which a tab joins counts from then on', () => {
  const { page, tell, eligible } = visit(publishBehavior(SAW_CART));
  page(0, '/cart');
  page(1, '/help', { tab: 't2' });
  tell(40 * MINUTE, { type: 'input', tab: 't2' });
  tell(41 * MINUTE, { type: 'input', tab: 't1' });
  expect(eligible('t2')).toEqual(['it']);
});

test('[EN3] a tab without a page begins a session without a page view', () => {
  const { engine, tell } = visit(publish([]));
  tell(0, { type: 'input', tab: 'nowhere' });
  expect(engine.state.visitor.visits).toBe(1);
  expect(engine.state.session.pages).toBe(0);
});

test('[EN3] a route to the same page begins a page view in a new session', () => {
  const { engine, page } = visit(publish([]));
  page(0, '/cart');
  page(40 * MINUTE, '/cart', { by: 'route' });
  expect(engine.state.session.pages).toBe(1);
  expect(engine.state.visitor.visits).toBe(2);
});

test('[EN3] only the page that begins a session brings its referrer', () => {
  const google = [{ type: 'referrer', matches: [{ contains: 'google.' }] }];
  const { page, tell, eligible } = visit(publishAudience(google));
  page(0, '/cart', { referrer: 'https://www.google.com/' });
  expect(eligible()).toEqual(['it']);
  page(1, '/help', { referrer: 'https://other.example/' });
  expect(eligible()).toEqual(['it']);
  tell(40 * MINUTE, { type: 'input', tab: 't1' });
  expect(eligible()).toEqual([]);
});

test('[EN21] a new session forgets the answer of the one before', () => {
  const here = [{ type: 'country', anyOf: ['GB'] }];
  const { page, tell, eligible } = visit(publishAudience(here));
  page(0, '/cart');
  tell(1, { type: 'geo', geo: { country: 'GB' } });
  expect(eligible()).toEqual(['it']);
  page(40 * MINUTE, '/cart');
  expect(eligible()).toEqual([]);
});

test('[EN21] an answer before the first session counts for it', () => {
  const here = [{ type: 'country', anyOf: ['GB'] }];
  const { page, tell, eligible } = visit(publishAudience(here));
  tell(0, { type: 'geo', geo: { country: 'GB' } });
  page(1, '/cart');
  expect(eligible()).toEqual(['it']);
});

test.each([
  ['no answer', null],
  ['an answer that does not say', { city: 'London' }],
])('[AU2] %s fits nothing, negated or not', (_, geo) => {
  for (const exclude of [true, false]) {
    const all = [{ type: 'country', anyOf: ['GB'], exclude }];
    const { page, tell, eligible } = visit(publishAudience(all));
    page(0, '/cart');
    tell(1, { type: 'geo', geo });
    expect(eligible()).toEqual([]);
  }
});

test('[AU2] another country fits the negation', () => {
  const all = [{ type: 'country', anyOf: ['GB'], exclude: true }];
  const { page, tell, eligible } = visit(publishAudience(all));
  page(0, '/cart');
  tell(1, { type: 'geo', geo: { country: 'FR' } });
  expect(eligible()).toEqual(['it']);
});

test('[SE3] a new session forgets facts and keeps the visitor', () => {
  const state = createState('v1', 3);
  const { engine, page, report, tell } = visit(publish([]), state);
  page(0, '/cart', { referrer: 'https://www.google.com/' });
  report(1, { type: 'cart', total: 10 });
  tell(2, { type: 'conversation', tab: 't1', state: 'opened' });
  page(40 * MINUTE, '/help');
  const { visitor, session } = engine.state;
  expect(visitor).toEqual({
    id: 'v1',
    visits: 5,
    firstVisit: momentOf(0),
    lastVisit: momentOf(0),
    lastConversation: momentOf(2),
    declines: {},
    touches: {},
  });
  expect(session).toMatchObject({
    startedAt: momentOf(40 * MINUTE),
    landing: 'https://shop.example/help',
    pages: 1,
    referrer: '',
    merged: {},
    cart: {},
    history: [],
    conversing: false,
  });
});

test('[SE3] a browser that was here before keeps its first visit', () => {
  const { engine, page } = visit(publish([]));
  page(0, '/cart');
  page(2 * HOUR, '/cart');
  page(4 * HOUR, '/cart');
  expect(engine.state.visitor.firstVisit).toBe(momentOf(0));
  expect(engine.state.visitor.lastVisit).toBe(momentOf(2 * HOUR));
});

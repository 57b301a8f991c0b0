import { expect, test } from 'vitest';
import { publish } from '../testing/site.ts';
import { isSamePage } from './same-page.ts';

const { ignoreParams } = publish([], { ignoreParams: ['utm_*', 'gclid'] });
const IGNORED = new RegExp(ignoreParams);
const URL = 'https://shop.example/shoes';

test.each([
  ['the same', '', '', true],
  ['another path', '', '/red', false],
  ['a slash more', '', '/', false],
  ['another parameter', '', '?size=9', false],
  ['a parameter with another value', '?size=9', '?size=8', false],
  ['parameters in another order', '?a=1&b=2', '?b=2&a=1', false],
  ['an ignored parameter more', '', '?gclid=1', true],
  ['an ignored parameter less', '?gclid=1', '', true],
  ['an ignored parameter of another value', '?gclid=1', '?gclid=2', true],
  ['an ignored parameter without a value', '', '?gclid', true],
  ['an ignored parameter in capitals', '', '?GCLID=1', true],
  ['an ignored parameter in escapes', '', '?%67clid=1', true],
  ['a parameter that begins like an ignored one', '', '?gclids=1', false],
  ['a parameter that ends like an ignored one', '', '?my-gclid=1', false],
  ['any rest for the asterisk', '', '?utm_source=x', true],
  ['no rest for the asterisk', '', '?utm_=x', true],
  ['what only contains the ignored name', '', '?my_utm_source=x', false],
  ['an ignored one before another', '?a=1', '?gclid=1&a=1', true],
  ['an ignored one after another', '?a=1', '?a=1&gclid=1', true],
  ['an ignored one between two', '?a=1&b=2', '?a=1&gclid=1&b=2', true],
  ['an ignored name as a value', '?a=1', '?a=gclid', false],
  ['an ignored one besides a real change', '?a=1', '?a=2&gclid=1', false],
  ['a question mark without anything', '', '?', true],
  ['an empty pair', '?a=1', '?a=1&', true],
  ['a fragment more', '', '#reviews', true],
  ['another fragment', '#reviews', '#top', true],
  ['an empty fragment', '', '#', true],
  ['a fragment that is a route', '', '#/cart', false],
  ['a fragment that was a route', '#/cart', '', false],
  ['a fragment that is a hashbang route', '', '#!cart', false],
  ['another route', '#/cart', '#/help', false],
  ['the same route', '#/cart', '#/cart', true],
  ['from a route to a plain fragment', '#/cart', '#reviews', false],
  ['a plain fragment with a slash inside', '', '#reviews/1', true],
  ['an ignored parameter besides a fragment', '', '?gclid=1#reviews', true],
  ['parameters inside a plain fragment', '', '#a?size=9', true],
  ['a fragment over two lines', '', '#one\ntwo', true],
])('[PG2] %s', (_, before, after, expected) => {
  expect(isSamePage(URL + before, URL + after, IGNORED)).toBe(expected);
});

test('[PG2] nothing is ignored where the config ignores nothing', () => {
  const { ignoreParams: none } = publish([], { ignoreParams: [] });
  expect(isSamePage(URL, `${URL}?gclid=1`, new RegExp(none))).toBe(false);
});

import { expect, test } from 'vitest';
import { publishBehavior } from '../testing/site.ts';
import { visit } from '../testing/visit.ts';

/** Whether a page is in an entry point of one URL pattern. */
function matches(pattern: object, url: string): boolean {
  const told = visit(
    publishBehavior([{ type: 'visited-entry-point', entryPoints: ['it'] }], {
      entryPoints: { it: { url: [pattern] } },
    }),
  );
  told.tell(0, { type: 'page', by: 'load', tab: 't1', url });
  return told.eligible().length > 0;
}

const SHOP = 'https://shop.example';

test.each([
  [`${SHOP}/a`, `${SHOP}/a`, true],
  [`${SHOP}/a`, `${SHOP}/a/`, true],
  [`${SHOP}/a/`, `${SHOP}/a`, true],
  [`${SHOP}/a`, `${SHOP}/a//`, false],
  [`${SHOP}/a`, `${SHOP}/A`, false],
  [`${SHOP}/a`, `${SHOP}/ab`, false],
  [`${SHOP}/a`, `${SHOP}/a?q=1#top`, true],
  [`${SHOP}/a`, 'http://shop.example/a', false],
  [`${SHOP}/a`, 'https://www.shop.example/a', false],
  ['https://SHOP.example:443/a', `${SHOP}/a`, true],
  [`${SHOP}:8443/a`, `${SHOP}:8443/a`, true],
  [`${SHOP}:8443/a`, `${SHOP}/a`, false],
  [SHOP, `${SHOP}/`, true],
  [SHOP, `${SHOP}/?a`, true],
  ['/a', `${SHOP}/a`, true],
  ['/a', 'http://other.example/a/', true],
  ['/a', `${SHOP}/b/a`, false],
  ['/', `${SHOP}/`, true],
  ['/', `${SHOP}/a`, false],
  ['/a?x=1', `${SHOP}/a?x=1`, true],
  ['/a?x=1', `${SHOP}/a`, false],
  ['/a?x=1', `${SHOP}/a?x=1&y=2`, false],
  ['/a?x=1&y=2', `${SHOP}/a?y=2&x=1`, true],
  ['/a?x=1', `${SHOP}/a?x=1#top`, true],
  ['/a?', `${SHOP}/a`, true],
  ['/a?', `${SHOP}/a?x`, false],
  ['/a?x=1', `${SHOP}/a?X=1`, false],
  ['/a#top', `${SHOP}/a#top`, true],
  ['/a#top', `${SHOP}/a?q#top`, true],
  ['/a#top', `${SHOP}/a`, false],
  ['/a#top', `${SHOP}/a#TOP`, false],
  ['/a#', `${SHOP}/a`, true],
  ['/a#', `${SHOP}/a#top`, false],
  ['/a%20b', `${SHOP}/a%20b`, true],
  ['/ü', `${SHOP}/%C3%BC`, true],
])('[PT2] exact %s and %s', (exact, url, expected) => {
  expect(matches({ exact }, url)).toBe(expected);
});

test.each([
  ['/CART', `${SHOP}/cart/1`, true],
  ['shop.EXAMPLE', `${SHOP}/`, true],
  ['straße', `${SHOP}/stra%C3%9Fe`, true],
  ['%C3%9F', `${SHOP}/stra%c3%9fe`, true],
  ['a b', `${SHOP}/a%20b`, true],
  ['100%', `${SHOP}/?off=100%`, true],
  ['q=1#top', `${SHOP}/?q=1#top`, true],
  ['/help', `${SHOP}/cart`, false],
])('[PT3] contains %s and %s', (contains, url, expected) => {
  expect(matches({ contains }, url)).toBe(expected);
});

test.each([
  ['^https://shop', `${SHOP}/`, true],
  ['/CART$', `${SHOP}/cart`, true],
  ['/cart$', `${SHOP}/cart?q`, false],
  ['/\\p{Lu}+$', `${SHOP}/abc`, true],
])('[PT4] regex %s and %s', (regex, url, expected) => {
  expect(matches({ regex }, url)).toBe(expected);
});

import { expect, it } from 'vitest';
import { matchesEtag } from './matches-etag.ts';

it.each<[string | undefined, boolean]>([
  [undefined, false],
  ['', false],
  ['"abc"', true],
  ['W/"abc"', true],
  ['"x", "abc"', true],
  ['"x,abc", W/"abc"', true],
  ['*', true],
  ['abc', false],
  ['"abc-br"', false],
])('[GH5] If-None-Match %j: %s', (header, matches) => {
  expect(matchesEtag(header, '"abc"')).toBe(matches);
});

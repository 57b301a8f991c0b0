import fc from 'fast-check';
import { sep } from 'node:path';
import { expect, it } from 'vitest';
import { safePath } from './safe-path.ts';

it.each([
  ['shop/index.html', '/root/shop/index.html'],
  ['', '/root'],
  ['a%20b.html', '/root/a b.html'],
  ['%D8%B9.html', '/root/ع.html'],
  ['a..b/c', '/root/a..b/c'],
])('[GH7] %j is %s', (path, found) => {
  expect(safePath('/root', path)).toBe(found);
});

it.each([
  '../secret.txt',
  '%2e%2e/secret.txt',
  '%2e%2e%2fsecret.txt',
  '..%2fsecret.txt',
  '..%5csecret.txt',
  '..\\secret.txt',
  'shop/../../secret.txt',
  'shop%2f..%2f..%2fsecret.txt',
  './shop',
  '.env',
  'shop/.git/config',
  'shop/%2egit/config',
  '/etc/passwd',
  '%2fetc%2fpasswd',
  'shop//index.html',
  'shop/',
  'a%00.html',
  'a%0d%0a.html',
  '%',
  '%zz',
  '%c0%ae%c0%ae/secret.txt',
  '%ff',
])('[GH7] %j is no file', (path) => {
  expect(safePath('/root', path)).toBeUndefined();
});

it('[GH7] no address leads out of the folder', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '/',
      '%2e',
      '%2f',
      '%5c',
      '\\',
      '%00',
      '%25',
      'a',
    ),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = safePath('/root', pieces.join(''));
      return (
        path === undefined ||
        path === '/root' ||
        (path.startsWith(`/root${sep}`) && !path.split(sep).includes('..'))
      );
    }),
  );
});

import { expect, test } from 'vitest';
import { hostOf, safePageUrl, shortUrl } from './safe-url.ts';

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://a.example/1',
  '//a.example/x',
  '/relative',
  '',
])('[CS16] %j is no page to follow', (text) => {
  expect(safePageUrl(text)).toBeUndefined();
});

test('[CS16] pages open by http alone', () => {
  expect(safePageUrl('mailto:ada@a.example')).toBeUndefined();
  expect(safePageUrl('https://a.example/x')).toBe('https://a.example/x');
  expect(hostOf('https://www.a.example/x')).toBe('a.example');
  expect(hostOf('javascript:x')).toBeUndefined();
  expect(shortUrl('https://www.a.example/x/')).toBe('a.example/x');
});

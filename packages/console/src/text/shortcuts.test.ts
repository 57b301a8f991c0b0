import { expect, test } from 'vitest';
import { findCanned } from './find-canned.ts';
import { readShortcut } from './shortcuts.ts';

const press = (key: string, more: object = {}) => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

test.each([
  [press('a', { altKey: true }), 'accept'],
  [press('å', { altKey: true, code: 'KeyA' }), 'accept'],
  [press('ArrowDown', { altKey: true }), 'next'],
  [press('ArrowUp', { altKey: true }), 'previous'],
  [press('n', { altKey: true, ctrlKey: true }), undefined],
  [press('a'), undefined],
  [press('/', { ctrlKey: true }), 'help'],
  [press('/', { metaKey: true }), 'help'],
])('[CS19] %j is %s, while writing too', (key, name) => {
  expect(readShortcut(key, true, true)).toBe(name);
});

test('[CS19] a question mark is text while writing, and can be turned off', () => {
  const key = press('?', { shiftKey: true });
  expect(readShortcut(key, false, true)).toBe('help');
  expect(readShortcut(key, true, true)).toBeUndefined();
  expect(readShortcut(key, false, false)).toBeUndefined();
});

const CANNED = [
  { id: '1', title: 'Greeting', text: 'Hello! You are here.' },
  { id: '2', title: 'About returns', text: '30 days.' },
  { id: '3', title: 'Returns', text: 'Free.' },
];

test('[CS21] answers are found by title first, then by text', () => {
  const ids = (query: string) => findCanned(CANNED, query).map(({ id }) => id);
  expect(ids('')).toEqual(['1', '2', '3']);
  expect(ids('re')).toEqual(['3', '1', '2']);
  expect(ids('RETURNS free')).toEqual(['3']);
  expect(ids('nothing')).toEqual([]);
});

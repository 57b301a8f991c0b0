// @vitest-environment happy-dom
import { h, render } from 'preact';
import { expect, test } from 'vitest';
import { RichText } from './rich-text.tsx';

test('a list goes by the direction of its words', () => {
  render(h(RichText, { text: '- مرحباً\n- hello' }), document.body);
  // `auto` passes over what has a direction of its own.
  expect(document.querySelector('ul')?.dir).toBe('auto');
  expect(document.querySelector('li[dir]')).toBeNull();
});

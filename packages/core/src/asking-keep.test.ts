import { expect, test } from 'vitest';
import { startTag } from './testing/test-tag.ts';

test('[CO4] what follows the first decision is asked for when its offers are drawn', async () => {
  const { drawn, loaded } = await startTag();
  expect(drawn.get('a')?.loaded).toEqual([]);
  expect(loaded).toEqual(['keep']);
});

test('[SE2] in a hidden tab, where timers take a second, it is asked for at once', async () => {
  const { drawn } = await startTag({ page: { visible: false } });
  expect(drawn.get('a')?.loaded).toEqual(['keep']);
});

test('[LD4] while it cannot be had, whoever decides asks for it again', async () => {
  const { beckon, loaded, offers, wait } = await startTag({
    missing: ['keep'],
  });
  const asked = () => loaded.filter((name) => name === 'keep').length;
  const atFirst = asked();
  beckon('page', { url: '/b' });
  await wait(100);
  expect(asked()).toBe(atFirst + 1);
  expect(offers()).toEqual(['a']);
});

test('[OF4, SL4] what was drawn before it came is attended to when it comes', async () => {
  let come = () => {};
  const keep = new Promise<void>((resolve) => (come = resolve));
  const { drawn, wait } = await startTag({ held: { keep } });
  const offer = drawn.get('a');
  come();
  await wait(0);
  offer?.hear('decline');
  expect(offer?.host.hidden).toBe(true);
});

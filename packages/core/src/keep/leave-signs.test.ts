import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { offer, publish, startTag } from '../testing/test-tag.ts';

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { clientWidth: 1000 } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('[BC4, CF31] signs of leaving are followed, though the condition is the first', async () => {
  const { offers, page, wait } = await startTag({
    config: publish([offer('a', { behaviors: ['leaving'] })], {
      behaviors: {
        leaving: { all: [{ type: 'about-to-abandon', sensitivity: 'high' }] },
      },
    }),
  });
  await wait(10_000);
  page.emit('pointermove', { clientY: 60 });
  await wait(20);
  page.emit('pointerout', { clientX: 10, clientY: -1 });
  await wait(100);
  expect(offers()).toEqual(['a']);
});

import { MAX_STATE_BYTES } from '@beckon/schema/constants';
import { expect, test } from 'vitest';
import { startTag } from '../testing/test-tag.ts';

/** Pages of two thousand characters each. */
async function browse(pages: number, missing: readonly string[] = []) {
  const each = await startTag({ missing });
  await each.wait(1500);
  for (let page = 0; page < pages; page++) {
    each.beckon('page', { url: `/${page}${'x'.repeat(1900)}` });
    await each.wait(1500);
  }
  return each;
}

test('[SE5] a visit too long to be stored whole is shortened, the oldest first', async () => {
  const { stored, tag } = await browse(40);
  const { session } = tag().engine.state;
  expect(stored.text.length).toBeLessThan(MAX_STATE_BYTES);
  expect(stored.text).toContain('/39x');
  expect(stored.text).not.toContain('/1x');
  expect(session.pages).toBe(41);
});

test('[SE5] without what shortens it, it is stored for as long as it fits', async () => {
  const fits = await browse(20, ['keep-more']);
  expect(fits.stored.text).toContain('/19x');
  const tooLong = await browse(40, ['keep-more']);
  expect(tooLong.stored.text.length).toBeLessThan(MAX_STATE_BYTES);
  expect(tooLong.stored.text).not.toContain('/39x');
});

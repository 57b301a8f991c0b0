import { expect, test } from 'vitest';
import { startTag } from '../testing/test-tag.ts';

test('[ST2] everything is erased when it is withdrawn', async () => {
  const each = await startTag();
  await each.wait(1500);
  expect(each.stored.cookie).not.toBe('');
  each.beckon('consent', { storage: false });
  await each.wait(10_000);
  expect(each.stored).toEqual({ text: '', cookie: '', outbox: [] });
  expect(each.offers()).toEqual(['a']);
});

test('[ST2, ST4] what was withdrawn is written again, cookie and all, when it is granted', async () => {
  const each = await startTag();
  await each.wait(1500);
  const { cookie } = each.stored;
  each.beckon('consent', { storage: false });
  await each.wait(10);
  expect(each.stored.cookie).toBe('');
  each.beckon('consent', { storage: true });
  await each.wait(1500);
  expect(each.stored.cookie.split('.')[0]).toBe(cookie.split('.')[0]);
  expect(each.stored.text).not.toBe('');
});

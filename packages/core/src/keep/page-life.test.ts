import { expect, test } from 'vitest';
import { startTag } from '../testing/test-tag.ts';

const titleOf = ({ tag }: Awaited<ReturnType<typeof startTag>>) =>
  Object.values(tag().engine.state.tabs)[0]?.title;

test('[PG3, PG4] a title that the site gave is not corrected by the document’s', async () => {
  const each = await startTag({ queued: [['page', { title: 'Cart' }]] });
  await each.wait(100);
  expect(titleOf(each)).toBe('Cart');
  each.page.facts.title = 'Shop (1)';
  each.page.emit('title');
  await each.wait(100);
  expect(titleOf(each)).toBe('Cart');
});

test('[PG4] one that it did not give is', async () => {
  const each = await startTag({ queued: [['page', { sections: ['cart'] }]] });
  await each.wait(100);
  each.page.facts.title = 'Late';
  each.page.emit('title');
  await each.wait(100);
  expect(titleOf(each)).toBe('Late');
  each.page.go('/next');
  each.beckon('page', { title: 'Cart' });
  await each.wait(100);
  each.page.facts.title = 'Next';
  each.page.emit('title');
  await each.wait(100);
  expect(titleOf(each)).toBe('Cart');
});

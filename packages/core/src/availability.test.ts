import { expect, test } from 'vitest';
import { chat, createOrigin, publish, startTag } from './testing/test-tag.ts';

const skills = (sales: string) => ({ availability: { skills: { sales } } });

const asksOf = ({ gateway }: Awaited<ReturnType<typeof startTag>>) =>
  gateway.asked.filter((path) => path.startsWith('availability'));

test('[OF5] who was there is asked again on the next page, and is not kept', async () => {
  const origin = createOrigin();
  const config = publish([chat('a')]);
  const one = await startTag({ config, origin, answers: skills('offline') });
  await one.wait(1500);
  expect(one.offers()).toEqual([]);
  one.page.emit('pagehide');
  await one.wait(100);
  const two = await startTag({ config, origin, answers: skills('online') });
  await two.wait(100);
  expect(asksOf(two)).toEqual(['availability?skills=sales']);
  expect(two.offers()).toEqual(['a']);
});

test('[OF5] an offer that nobody was there for is asked about again on another page view', async () => {
  const each = await startTag({
    config: publish([chat('a')]),
    answers: skills('offline'),
  });
  await each.wait(1500);
  Object.assign(each.gateway.answers, skills('online'));
  each.beckon('page', { url: '/next' });
  await each.wait(100);
  expect(asksOf(each)).toHaveLength(2);
  expect(each.offers()).toEqual(['a']);
});

test('[OF5] one that stands goes on standing while it does', async () => {
  const each = await startTag({
    config: publish([chat('a')]),
    answers: skills('online'),
  });
  await each.wait(1500);
  each.beckon('page', { url: '/next' });
  await each.wait(100);
  expect(asksOf(each)).toHaveLength(1);
  const phases = each.heard('offer').map(({ phase }) => phase);
  expect(phases).toEqual(['display']);
});

test('[OF5, PG5] back from the cache it is asked again', async () => {
  const each = await startTag({
    config: publish([chat('a')]),
    answers: skills('online'),
  });
  await each.wait(1500);
  each.page.emit('pagehide');
  await each.wait(600_000);
  each.page.emit('pageshow', { persisted: true });
  await each.wait(100);
  expect(asksOf(each)).toHaveLength(2);
  expect(each.offers()).toEqual(['a']);
});

test('[CO3] who is there and the chunk of the format are asked for together', async () => {
  const each = await startTag({
    config: publish([chat('a', { format: 'toaster', zone: 'proactive' })]),
    answers: { availability: () => new Promise(() => {}) },
  });
  await each.wait(10);
  expect(asksOf(each)).toHaveLength(1);
  expect(each.loaded).toContain('offers');
});

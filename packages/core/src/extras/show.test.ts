import { expect, test } from 'vitest';
import { offer, publish, startTag } from '../testing/test-tag.ts';

const config = publish([offer('a', { entryPoints: ['help'] })]);
const SHOW = ['show', 'a', { force: true }] as const;

test('[API7] what is shown right after a page view begins stands in it', async () => {
  const { beckon, offers, page, wait } = await startTag({ config });
  beckon('ready', () => {});
  await wait(2000);
  beckon('page', { url: '/x' });
  beckon(...SHOW);
  await wait(100);
  expect(offers()).toEqual(['a']);
  page.go('/y');
  beckon(...SHOW);
  await wait(100);
  expect(offers()).toEqual(['a']);
  page.go('/z');
  await wait(100);
  expect(offers()).toEqual([]);
});

test('[API5] a hook’s creative that cannot be drawn is ignored', async () => {
  for (const creative of [{ title: 5 }, { image: 'x' }, { colors: 'red' }, 7]) {
    const { drawn } = await startTag({
      config: publish([offer('helpful')]),
      queued: [
        ['hook', 'before-offer', (each: object) => ({ ...each, creative })],
      ],
    });
    expect(JSON.stringify(drawn.get('helpful')?.look.tree)).toContain(
      '"helpful"',
    );
  }
});

test('[API1] a hook of no name that there is is a problem', async () => {
  const { beckon, heard, wait } = await startTag();
  beckon('hook', 'before-lunch', () => {});
  beckon('followHistory');
  await wait(10);
  expect(heard('problem').map(({ path }) => path)).toEqual([
    'hook',
    'followHistory',
  ]);
});

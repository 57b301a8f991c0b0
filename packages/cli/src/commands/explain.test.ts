import { afterAll, expect, test } from 'vitest';
import { HOME } from '../testing/play.ts';
import { createWorkspace } from '../testing/workspace.ts';

const { beckon, stop } = await createWorkspace();
afterAll(stop);

test('[JR15] prints each test of an engagement as it stood at the moment', async () => {
  const { code, out } = await beckon([
    'explain',
    'site.json',
    'wrong.json',
    '--at',
    '1',
  ]);
  expect(out).toBe(
    [
      'sees help at home, at 1 s in tab1',
      `on ${HOME}`,
      '',
      'cart-help  not eligible: entry point',
      '  ✓ schedule       always',
      '  ✓ control group  neither the site nor the campaign has one',
      '  ✓ audience       none asked for: every visitor fits',
      '  ✗ entry point    needs cart; the page is in no entry point',
      '  ✓ behavior       none asked for: any behavior fits',
      '  ✓ language       none asked for: pages in any language fit',
      '  ✓ decline        it was not declined',
      '  ✓ cap            only proactive offers are counted, this one is for left',
      '  ✓ availability   content asks no agent',
      '',
    ].join('\n'),
  );
  expect(code).toBe(0);
});

test('[JR15] --json has the facts and the words', async () => {
  const { out } = await beckon([
    'explain',
    'site.json',
    'good.json',
    '--at',
    '0.5',
    '--engagement',
    'cart-help',
    '--json',
  ]);
  const { at, tab, engagements } = JSON.parse(out);
  expect([at, tab, engagements.length]).toEqual([0.5, 'tab1', 1]);
  expect(engagements[0]).toMatchObject({
    engagement: 'cart-help',
    eligible: true,
    outcome: 'shown',
    verdict: 'shown in left',
  });
  expect(engagements[0].tests[3]).toEqual({
    test: 'entry-point',
    holds: true,
    facts: { page: [0], any: [0] },
    words: [{ text: 'needs cart; the page is in cart' }],
  });
});

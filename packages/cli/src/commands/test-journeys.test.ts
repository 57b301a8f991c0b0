import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GOOD, SITE, useWorkspace } from '../testing/workspace.ts';

const { beckon, folder } = useWorkspace();

test('[JR14] a journey that fails is told with its step and reason, and ends with 1', async () => {
  const { code, out, err } = await beckon([
    'test',
    'site.json',
    'good.json',
    'wrong.json',
  ]);
  expect(out).toBe(
    [
      '✓ sees help in the cart',
      '✗ sees help at home',
      '    step 1 at 1 s in tab1',
      '    cart-help was expected in left, nothing stands there',
      '      cart-help: ✗ entry point needs cart, the page is in none',
      '1 passed, 1 failed',
      '',
    ].join('\n'),
  );
  expect(err).toBe('');
  expect(code).toBe(1);
});

test('[JR15] --json prints an object a journey', async () => {
  const { code, out } = await beckon([
    'test',
    'site.json',
    'good.json',
    'wrong.json',
    '--json',
  ]);
  const [good, wrong] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(good).toEqual({
    file: 'good.json',
    name: 'sees help in the cart',
    pass: true,
    failures: [],
    notes: [],
    decisions: [0, 1].map((step) => ({
      step,
      at: step,
      tabs: {
        tab1: { offers: { left: 'cart-help' }, eligible: ['cart-help'] },
      },
    })),
  });
  expect(wrong).toMatchObject({
    pass: false,
    failures: [
      {
        step: 1,
        expected: { offers: { left: 'cart-help' } },
        actual: { offers: { left: null } },
      },
    ],
  });
  expect(code).toBe(1);
});

test('[JR14] a refused journey keeps none of the others from running', async () => {
  const { code, out, err } = await beckon([
    'test',
    'site.json',
    'typo.json',
    'good.json',
  ]);
  expect(out).toBe(
    '✗ typo.json\n✓ sees help in the cart\n1 passed, 1 failed\n',
  );
  expect(err).toContain('typo.json has 2 problems');
  expect(err).toContain('"visiter" (did you mean "visitor"?)');
  expect(err).toContain('"tba" (did you mean "tab"?)');
  expect(code).toBe(1);
});

test('[JR14] a refused config ends with 1, with what to mend', async () => {
  const { code, out, err } = await beckon([
    'test',
    'bad-site.json',
    'good.json',
  ]);
  expect(out).toBe('');
  expect(err).toContain('error controlGroup');
  expect(code).toBe(1);
});

test('[JR14] of a folder all .json files run, but the config', async () => {
  const inner = await mkdtemp(join(folder(), 'journeys-'));
  await Promise.all([
    writeFile(join(inner, 'site.json'), JSON.stringify(SITE)),
    writeFile(join(inner, 'b.json'), JSON.stringify({ ...GOOD, name: 'b' })),
    writeFile(join(inner, 'a.json'), JSON.stringify({ ...GOOD, name: 'a' })),
    writeFile(join(inner, 'notes.txt'), 'no journey'),
  ]);
  const { code, out } = await beckon(['test', join(inner, 'site.json'), inner]);
  expect(out).toBe('✓ a\n✓ b\n2 passed, 0 failed\n');
  expect(code).toBe(0);
});

test('[JR14] colours are for those who ask, and NO_COLOR wins', async () => {
  const args = ['test', 'site.json', 'good.json'];
  const [plain, forced, refused] = await Promise.all([
    beckon(args, { CI: '1' }),
    beckon(args, { FORCE_COLOR: '1' }),
    beckon(args, { FORCE_COLOR: '1', NO_COLOR: '1' }),
  ]);
  expect(plain.out).not.toContain('\u001b[');
  expect(forced.out).toContain('\u001b[32m✓');
  expect(refused.out).not.toContain('\u001b[');
});

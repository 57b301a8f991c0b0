import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CART, load, offer } from '../testing/play.ts';
import { createWorkspace, GOOD, SITE } from '../testing/workspace.ts';

const { beckon, folder, stop } = await createWorkspace();
afterAll(stop);

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
  expect(err).toContain('"atributes" (did you mean "attributes"?)');
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
  const inner = join(folder, 'journeys');
  await mkdir(inner);
  await Promise.all([
    writeFile(join(inner, 'site.json'), JSON.stringify(SITE)),
    writeFile(join(inner, 'b.json'), JSON.stringify({ ...GOOD, name: 'b' })),
    writeFile(join(inner, 'a.json'), JSON.stringify({ ...GOOD, name: 'a' })),
    writeFile(join(inner, 'notes.txt'), 'no journey'),
  ]);
  const { code, out } = await beckon(['test', 'journeys/site.json', inner]);
  expect(out).toBe('✓ a\n✓ b\n2 passed, 0 failed\n');
  expect(code).toBe(0);
});

test('[JR13] schedules are judged as of the start, however long ago', async () => {
  const summer = {
    timeZone: 'Europe/London',
    hours: { mon: [['10:00', '11:00']] },
  };
  const open = {
    ...SITE,
    campaigns: [
      { id: 'a', schedule: summer, engagements: [offer('cart-help')] },
    ],
  };
  // A Monday of 1999: 10:30 in London is 09:30 UTC in summer.
  const during = (time: string, stands: string | null) => ({
    name: time,
    start: `1999-07-05T${time}:00Z`,
    steps: [load(0, CART), { at: 0, expect: { offers: { left: stands } } }],
  });
  await Promise.all([
    writeFile(join(folder, 'open.json'), JSON.stringify(open)),
    writeFile(
      join(folder, 'in.json'),
      JSON.stringify(during('09:30', 'cart-help')),
    ),
    writeFile(join(folder, 'out.json'), JSON.stringify(during('10:30', null))),
  ]);
  const { out } = await beckon(['test', 'open.json', 'in.json', 'out.json']);
  expect(out).toBe('✓ 09:30\n✓ 10:30\n2 passed, 0 failed\n');
});

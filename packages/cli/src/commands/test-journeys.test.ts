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
      '      cart-help: ✗ entry point needs cart; the page is in no entry point',
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
  expect(err).toContain(
    'error visiter\n  unknown key. Did you mean "visitor"?',
  );
  expect(err).toContain(
    'error steps[0].atributes\n  unknown key. Did you mean "attributes"?',
  );
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

test('[JR17] a folder with a site.json of its own is another site', async () => {
  const root = join(folder, 'sites');
  const write = (path: string, value: unknown) =>
    writeFile(join(root, path), JSON.stringify(value));
  await mkdir(join(root, 'mine/deep'), { recursive: true });
  await mkdir(join(root, 'other/journeys'), { recursive: true });
  await Promise.all([
    write('mine/site.json', SITE),
    write('mine/deep/mine.json', { ...GOOD, name: 'mine' }),
    write('top.json', { ...GOOD, name: 'top' }),
    write('other/site.json', SITE),
    write('other/journeys/other.json', { ...GOOD, name: 'other' }),
  ]);
  const config = 'sites/mine/site.json';
  const all = await beckon(['test', config, root]);
  expect(all.out).toBe('✓ mine\n✓ top\n2 passed, 0 failed\n');
  expect(all.code).toBe(0);
  // Who names the folder, or a file in it, means it.
  const named = await beckon(['test', config, join(root, 'other')]);
  expect(named.out).toBe('✓ other\n1 passed, 0 failed\n');
  const none = await beckon(['test', 'site.json', join(root, 'mine')]);
  expect(none.out).toBe('✓ mine\n1 passed, 0 failed\n');
});

test('[JR17] of a folder a file called site.json is never a journey', async () => {
  const root = join(folder, 'named');
  await mkdir(root);
  await writeFile(join(root, 'site.json'), JSON.stringify(GOOD));
  const empty = await beckon(['test', 'site.json', root]);
  expect(empty.code).toBe(2);
  expect(empty.err).toContain('has no .json files of this site');
  const named = await beckon(['test', 'site.json', 'named/site.json']);
  expect(named.out).toContain('1 passed');
});

test('[JR14] several failures of a step stand under it, named once', async () => {
  const expectation = { offers: { left: null, right: 'cart-help' } };
  const steps = [load(0, CART), { at: 1, expect: expectation }];
  const journey = { name: 'two faults', steps };
  await writeFile(join(folder, 'two.json'), JSON.stringify(journey));
  const { out } = await beckon(['test', 'site.json', 'two.json']);
  expect(out.match(/step 1 at 1 s/g)).toHaveLength(1);
  expect(out).toContain('nothing was expected in left, cart-help stands there');
  expect(out).toContain(
    'cart-help was expected in right, nothing stands there',
  );
});

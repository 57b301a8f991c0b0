import { afterAll, expect, test, vi } from 'vitest';
import { createWorkspace } from './testing/workspace.ts';

const { beckon, spawnBeckon, stop } = await createWorkspace();
afterAll(stop);

// A process starts in a second, on a busy machine in several.
vi.setConfig({ testTimeout: 60_000 });

test('[JR14] --help lists the commands and the exit codes', async () => {
  const { code, out, err } = await beckon(['--help']);
  expect(code).toBe(0);
  expect(err).toBe('');
  for (const word of ['validate', 'test', 'explain', 'publish', 'Exit codes']) {
    expect(out).toContain(word);
  }
});

test('[JR14] --version prints the version alone', async () => {
  const { code, out, err } = await beckon(['--version']);
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(err).toBe('');
  expect(code).toBe(0);
});

test.each(['validate', 'test', 'explain', 'publish'])(
  '[JR14] %s --help tells its arguments and options',
  async (command) => {
    const { code, out } = await beckon([command, '--help']);
    expect(code).toBe(0);
    expect(out).toContain('site-config');
    expect(out).toContain('--json');
  },
);

test.each([
  [[], 'no command was given'],
  [['valdate', 'site.json'], 'Did you mean validate?'],
  [['test', 'site.json'], "missing required argument 'journeys'"],
  [['explain', 'site.json', 'good.json'], "'--at <seconds>' not specified"],
  [
    ['explain', 'site.json', 'good.json', '--at', 'x'],
    '"x" is no number of seconds',
  ],
  [
    ['explain', 'site.json', 'good.json', '--at', '1', '--tab', 'b'],
    'b is not open at 1 s',
  ],
  [
    [
      'explain',
      'site.json',
      'good.json',
      '--at',
      '1',
      '--engagement',
      'cart-hlep',
    ],
    'Did you mean "cart-help"?',
  ],
  [
    ['publish', 'site.json', '--out', 'x.json', '--now', '2026-01-01'],
    'is no moment with a zone',
  ],
  [
    ['publish', 'site.json', '--out', 'no/such/folder.json'],
    'no/such/folder.json does not exist',
  ],
  [['validate', 'none.json'], 'none.json does not exist. Check the path.'],
  [['test', 'site.json', 'none.json'], 'none.json does not exist'],
  [['validate', 'broken.txt'], 'broken.txt:3:1 is not JSON'],
  [['test', 'site.json', 'broken.txt'], 'broken.txt:3:1 is not JSON'],
])('[JR14] %j is told on stderr and ends with 2', async (args, words) => {
  const { code, err } = await beckon(args);
  expect(err).toContain(words);
  expect(err).toMatch(/^Failed to \w+ [^:]+: .+\.\n/);
  expect(err).not.toMatch(/\n\s+at /);
  expect(code).toBe(2);
});

test('[JR14] the command runs as it is installed, without a build', async () => {
  const [fine, failed, wrong] = await Promise.all([
    spawnBeckon(['test', 'site.json', 'good.json']),
    spawnBeckon(['test', 'site.json', 'wrong.json', '--json']),
    spawnBeckon(['test']),
  ]);
  expect(fine).toEqual({
    code: 0,
    out: '✓ sees help in the cart\n1 passed, 0 failed\n',
    err: '',
  });
  expect(failed.code).toBe(1);
  expect(JSON.parse(failed.out)).toMatchObject({ pass: false });
  expect(wrong.code).toBe(2);
  expect(wrong.out).toBe('');
  expect(wrong.err).toMatch(/^Failed to read the command line: /);
});

test('[JR14] colours are for those who ask, and NO_COLOR wins', async () => {
  const args = ['test', 'site.json', 'good.json'];
  const [plain, forced, refused] = await Promise.all([
    spawnBeckon(args, { CI: '1' }),
    spawnBeckon(args, { FORCE_COLOR: '1' }),
    spawnBeckon(args, { FORCE_COLOR: '1', NO_COLOR: '1' }),
  ]);
  expect(plain.out).not.toContain('\u001b[');
  expect(forced.out).toContain('\u001b[32m✓');
  expect(refused.out).not.toContain('\u001b[');
});

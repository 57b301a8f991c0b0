import { expect, test } from 'vitest';
import { useWorkspace } from './testing/workspace.ts';

const { beckon } = useWorkspace();

test('[JR14] --help lists the commands and the exit codes', async () => {
  const { code, out, err } = await beckon(['--help']);
  expect(code).toBe(0);
  expect(err).toBe('');
  for (const word of ['validate', 'test', 'explain', 'publish', 'Exit codes']) {
    expect(out).toContain(word);
  }
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
  [['validate', '.'], '. is a folder. Name a file in it.'],
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

import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { CART, HOME, load, offer, site } from './play.ts';

/** The command itself, as `npx beckon` starts it: each run is a process. */
const BIN = fileURLToPath(new URL('../../bin/beckon.js', import.meta.url));

export const SITE = site([offer('cart-help', { entryPoints: ['cart'] })]);

export const GOOD = {
  name: 'sees help in the cart',
  steps: [load(0, CART), { at: 1, expect: { offers: { left: 'cart-help' } } }],
};

const WRONG = {
  name: 'sees help at home',
  steps: [load(0, HOME), { at: 1, expect: { offers: { left: 'cart-help' } } }],
};

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Workspace {
  /** Absolute. */
  readonly folder: () => string;
  beckon(
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): Promise<Ran>;
}

/**
 * A folder for the tests of one file: `site.json`, which `good.json` passes
 * and `wrong.json` does not, and what is refused or unreadable.
 */
export function useWorkspace(): Workspace {
  let folder = '';
  const write = (name: string, value: unknown): Promise<void> =>
    writeFile(join(folder, name), JSON.stringify(value));
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'beckon-cli-'));
    await Promise.all([
      write('site.json', SITE),
      write('bad-site.json', { ...SITE, campains: [], controlGroup: 2 }),
      write('good.json', GOOD),
      write('wrong.json', WRONG),
      write('typo.json', {
        ...GOOD,
        visiter: {},
        steps: [{ at: 1, tba: 'x' }],
      }),
      writeFile(join(folder, 'broken.txt'), '{\n  "name": "x",\n}\n'),
    ]);
  });
  afterAll(() => rm(folder, { recursive: true }));
  return {
    folder: () => folder,
    beckon: (args, env = {}) => run(folder, args, env),
  };
}

function run(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => (out += String(data)));
    child.stderr.on('data', (data) => (err += String(data)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

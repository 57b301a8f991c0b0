import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import picocolors from 'picocolors';
import { main } from '../main.ts';
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
  readonly folder: string;
  /** Runs the command in this process; names of files are in the folder, and
   * what is said has them as they were given. */
  beckon(args: readonly string[]): Promise<Ran>;
  /** Runs the command as a process of its own, in the folder. */
  spawnBeckon(
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): Promise<Ran>;
  stop(): Promise<void>;
}

/**
 * A folder for the tests of one file: `site.json`, which `good.json` passes
 * and `wrong.json` does not, and what is refused or unreadable.
 */
export async function createWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'beckon-cli-'));
  const write = (name: string, value: unknown): Promise<void> =>
    writeFile(join(folder, name), JSON.stringify(value));
  await Promise.all([
    write('site.json', SITE),
    write('bad-site.json', { ...SITE, campains: [], controlGroup: 2 }),
    write('good.json', GOOD),
    write('wrong.json', WRONG),
    write('typo.json', {
      ...GOOD,
      visiter: {},
      steps: [{ at: 1, atributes: [] }],
    }),
    writeFile(join(folder, 'broken.txt'), '{\n  "name": "x",\n}\n'),
  ]);
  return {
    folder,
    beckon: (args) => runHere(folder, args),
    spawnBeckon: (args, env = {}) => runApart(folder, args, env),
    stop: () => rm(folder, { recursive: true }),
  };
}

async function runHere(folder: string, args: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(
    args.map((arg) => (/\.(?:json|txt)$/.test(arg) ? join(folder, arg) : arg)),
    {
      colors: picocolors.createColors(false),
      print: (text) => out.push(`${text}\n`),
      warn: (text) => err.push(`${text}\n`),
    },
  );
  const said = (texts: readonly string[]): string =>
    texts.join('').replaceAll(`${folder}/`, '');
  return { code, out: said(out), err: said(err) };
}

function runApart(
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

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isBuilt } from '../../packages/gateway/bin/load.js';
import { REPO } from '../lib/repo.mjs';
import { buildGateway } from './build-gateway.mjs';

/** Beside the one that runs, and as deep. */
const FOLDER = join(REPO, `packages/gateway/dist/test-${process.pid}`);
const BUILT = pathToFileURL(`${FOLDER}/`);

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'beckon-built-'));
  await buildGateway(BUILT);
});
afterAll(async () => {
  await rm(FOLDER, { recursive: true, force: true });
  await rm(data, { recursive: true, force: true });
});

const FILES = {
  'dist/beckon.js': '//',
  'dist/manifest.json': '{}',
  'sites/site.json': JSON.stringify({
    version: 1,
    site: 'acme',
    origins: ['https://shop.example'],
    campaigns: [],
  }),
};

test('[GH27] the built gateway serves', { timeout: 60_000 }, async () => {
  for (const [name, content] of Object.entries(FILES)) {
    await mkdir(dirname(join(data, name)), { recursive: true });
    await writeFile(join(data, name), content);
  }
  const main = new URL('main.js', BUILT).href;
  const run = `import(${JSON.stringify(main)}).then(({ main }) => main([], process.env))`;
  const child = spawn(process.execPath, ['-e', run], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      BECKON_DIST: join(data, 'dist'),
      BECKON_SITES: join(data, 'sites'),
      BECKON_DATA: join(data, 'data'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.once('exit', () => reject(new Error('It ended.')));
      createInterface(child.stdout).on('line', (line) => {
        const { msg, url } = JSON.parse(line) as { msg: string; url?: string };
        if (msg === 'listening') resolve(String(url));
      });
    });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await fetch(`${url}/v1/sites/acme/config`)).status).toBe(200);
  } finally {
    child.kill('SIGKILL');
  }
});

test('[GH27] what was built of other sources does not run', async () => {
  const path = join(FOLDER, 'sources.json');
  const text = await readFile(path, 'utf8');
  const { files, hash } = JSON.parse(text) as { files: string[]; hash: string };
  expect(files).toContain('src/main.ts');
  expect(files).toContain('../schema/src/wire/frames.ts');
  expect(await isBuilt(BUILT)).toBe(true);
  const others = [
    { files, hash: hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) },
    { files: [...files, 'src/gone.ts'], hash },
    { files: files.slice(1), hash },
  ];
  for (const other of others) {
    await writeFile(path, JSON.stringify(other));
    expect(await isBuilt(BUILT)).toBe(false);
  }
  await buildGateway(BUILT);
  expect(await isBuilt(BUILT)).toBe(true);
});

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPO } from '../lib/repo.mjs';
import { buildPackage } from './build-package.mjs';

const SOURCES = join(REPO, 'packages/beckon');

/** A project of somebody else's, with the package installed as published. */
let project: string;
let installed: string;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'beckon-package-'));
  installed = join(project, 'node_modules/beckon');
  await buildPackage(installed);
  mkdirSync(join(project, 'node_modules/@types'));
  for (const name of ['react', 'csstype', '@types/react'])
    symlinkSync(
      join(REPO, 'node_modules', name),
      join(project, 'node_modules', name),
    );
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
}, 60_000);

afterAll(() => rm(project, { recursive: true, force: true }));

/** What an app's bundler makes of a few lines. */
async function bundle(contents: string, resolveDir: string) {
  const { metafile, outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    write: false,
    metafile: true,
    absWorkingDir: REPO,
    format: 'esm',
    logLevel: 'error',
  });
  return {
    code: outputFiles[0]?.text ?? '',
    inputs: Object.keys(metafile.inputs).filter((name) => name !== '<stdin>'),
  };
}

test('[NP1] an app holds no core: it comes from the gateway', async () => {
  const app = `import { createBeckon } from 'beckon'; createBeckon({});`;
  const { inputs } = await bundle(app, SOURCES);
  expect(inputs.length).toBeGreaterThan(3);
  for (const input of inputs)
    expect(input).toMatch(/^packages\/beckon\/src\/(?!react\/)/);
});

describe.each(['sources', 'published'])('as %s', (which) => {
  const folder = () => (which === 'sources' ? SOURCES : project);

  test.each([
    `import { createBeckon } from 'beckon';`,
    `import * as beckon from 'beckon';`,
    `import { BeckonProvider, useBeckon } from 'beckon/react';`,
  ])('[NP9] nothing is left of %s', async (line) => {
    const { code } = await bundle(line, folder());
    const left = code.replace(/^\/\/.*$|^import .*$/gm, '').trim();
    expect(left).toBe('');
  });

  test('[NP9] React comes with beckon/react alone', async () => {
    const line = `import { createBeckon } from 'beckon'; createBeckon({});`;
    const { inputs } = await bundle(line, folder());
    expect(inputs.join(' ')).not.toMatch(/node_modules\/react\//);
  });
});

describe('[NP10] the published package', () => {
  test('[NP10] needs nothing of this repository', async () => {
    const { stdout } = spawnSync(
      'grep',
      ['-rlE', `@beckon/|\\.ts'|"workspace`, installed],
      { encoding: 'utf8' },
    );
    expect(stdout).toBe('');
    const manifest = JSON.parse(
      await readFile(join(installed, 'package.json'), 'utf8'),
    ) as {
      private?: boolean;
      dependencies?: object;
      exports: Record<string, Record<string, string>>;
    };
    expect([manifest.private, manifest.dependencies]).toEqual([
      undefined,
      undefined,
    ]);
    for (const door of Object.values(manifest.exports))
      for (const path of Object.values(door))
        expect([path, existsSync(join(installed, path))]).toEqual([path, true]);
  });

  test('[NP10] runs in Node as it is', () => {
    const script = `
      import { createBeckon } from 'beckon';
      import { BeckonProvider } from 'beckon/react';
      createBeckon({ site: 'acme', origin: 'https://beckon.example' }).page();
      console.log(typeof BeckonProvider);`;
    writeFileSync(join(project, 'run.js'), script);
    const out = execFileSync(process.execPath, ['run.js'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(out.trim()).toBe('function');
  });

  test('[NP10] hooks are for client components, createBeckon is not', async () => {
    const react = await readFile(join(installed, 'react.js'), 'utf8');
    const index = await readFile(join(installed, 'index.js'), 'utf8');
    expect(react.startsWith(`'use client';`)).toBe(true);
    expect(index).not.toContain('use client');
  });

  test.each(['nodenext', 'bundler'])(
    '[NP10] its types hold with module resolution %s',
    (moduleResolution) => {
      writeFileSync(
        join(project, 'app.ts'),
        `import { createBeckon, type BeckonEvents } from 'beckon';
        import { useBeckonEvent } from 'beckon/react';
        const beckon = createBeckon({ site: 'a', origin: 'https://b.example' });
        beckon.on('offer', ({ phase }: BeckonEvents['offer']) => phase.trim());
        useBeckonEvent('page', ({ url }) => url.trim());
        // @ts-expect-error -- there is no such event
        beckon.on('offers', () => {});`,
      );
      const tsc = join(REPO, 'node_modules/typescript/bin/tsc');
      const module = moduleResolution === 'nodenext' ? 'nodenext' : 'esnext';
      const words = `--strict --noEmit --target es2022 --lib es2022,dom --types --module ${module} --moduleResolution ${moduleResolution} app.ts`;
      const { stdout } = spawnSync(
        process.execPath,
        [tsc, ...words.split(' ')],
        {
          cwd: project,
          encoding: 'utf8',
        },
      );
      expect(stdout).toBe('');
    },
    30_000,
  );
});

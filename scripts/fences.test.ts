import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FENCES, INDEX, VIOLATIONS, type Fence } from './fences.ts';
import { REPO } from './lib/repo.mjs';

const RULES_INDEX = `import { VERSION } from '@beckon/schema/constants';

export const version = VERSION;
`;

const SMALL_REPO: Record<string, string> = {
  'package.json': JSON.stringify({ name: 'small', devDependencies: {} }),
  'packages/schema/package.json': JSON.stringify({
    name: '@beckon/schema',
    type: 'module',
    exports: { '.': './src/index.ts', './constants': './src/constants.ts' },
    dependencies: { zod: '*' },
  }),
  'packages/schema/src/constants.ts': 'export const VERSION = 1;\n',
  'packages/schema/src/index.ts': `import { z } from 'zod';

export const site = z.object({ site: z.string() });
`,
  'packages/rules/package.json': JSON.stringify({
    name: '@beckon/rules',
    type: 'module',
    exports: { '.': './src/index.ts' },
    dependencies: { '@beckon/schema': '*' },
  }),
  'packages/rules/src/index.ts': RULES_INDEX,
};

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'beckon-fences-'));
  for (const [path, text] of Object.entries(SMALL_REPO)) plant(path, text);
  for (const path of [
    'tsconfig.json',
    'packages/rules/tsconfig.json',
    'scripts/oxlintrc.json',
  ]) {
    cpSync(join(REPO, path), join(root, path));
  }
  linkModules();
});
afterAll(() => rmSync(root, { recursive: true }));

/** The tools are the repo's own; `@beckon/*` is the small repo. */
function linkModules() {
  const modules = join(root, 'node_modules');
  mkdirSync(join(modules, '@beckon'), { recursive: true });
  for (const name of readdirSync(join(REPO, 'node_modules'))) {
    if (name === '@beckon') continue;
    symlinkSync(join(REPO, 'node_modules', name), join(modules, name));
  }
  for (const name of ['schema', 'rules']) {
    symlinkSync(join(root, 'packages', name), join(modules, '@beckon', name));
  }
}

function plant(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function run(fence: Fence) {
  const [command, ...words] = FENCES[fence];
  const isScript = fence === 'dependencies' || fence === 'bundle';
  const { status, stdout, stderr } = spawnSync(
    command,
    isScript ? [...words, root] : words,
    { cwd: root, encoding: 'utf8' },
  );
  return { passes: status === 0, says: `${stdout}${stderr}` };
}

const TIMEOUT_MS = 60_000;

test.each(Object.keys(FENCES) as Fence[])(
  'the %s fence lets a clean repo pass',
  (fence) => {
    expect(run(fence)).toMatchObject({ passes: true });
  },
  TIMEOUT_MS,
);

test.each(VIOLATIONS)(
  'the $fence fence finds $what',
  ({ fence, files, says }) => {
    for (const [path, text] of Object.entries(files)) plant(path, text);
    const found = run(fence);
    for (const path of Object.keys(files)) rmSync(join(root, path));
    plant(INDEX, RULES_INDEX);
    expect(found).toEqual({
      passes: false,
      says: expect.stringContaining(says),
    });
  },
  TIMEOUT_MS,
);

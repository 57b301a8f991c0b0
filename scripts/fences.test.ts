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
import { REPO } from './lib/repo.mjs';

/** Each fence is run on a small repo that it must let pass, and on the same
 * repo with one file planted that it must find. */
const FENCES = {
  tsc: ['node_modules/.bin/tsc', '-p', 'packages/rules'],
  lint: [
    'node_modules/.bin/oxlint',
    '-c',
    'scripts/oxlintrc.json',
    '--type-aware',
    'packages',
  ],
  dependencies: ['node', join(REPO, 'scripts/check-dependencies.mjs')],
  bundle: ['node', join(REPO, 'scripts/check-imports.mjs')],
} as const;
type Fence = keyof typeof FENCES;

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

const PLANTED = 'packages/rules/src/planted.ts';
const INDEX = 'packages/rules/src/index.ts';

const VIOLATIONS: readonly {
  fence: Fence;
  what: string;
  /** Path to text. */
  files: Readonly<Record<string, string>>;
  says: string;
}[] = [
  {
    fence: 'tsc',
    what: 'URL in the rules',
    files: {
      [PLANTED]: `export const url = new URL('https://shop.example/');\n`,
    },
    says: `Cannot find name 'URL'`,
  },
  {
    fence: 'tsc',
    what: 'a timer in the rules',
    files: { [PLANTED]: 'setTimeout(() => {}, 1);\nexport {};\n' },
    says: `Cannot find name 'setTimeout'`,
  },
  {
    fence: 'tsc',
    what: 'the DOM in the rules',
    files: { [PLANTED]: 'export const title = document.title;\n' },
    says: `Cannot find name 'document'`,
  },
  {
    fence: 'tsc',
    what: 'a door that schema does not have',
    files: {
      [PLANTED]: `export { site } from '@beckon/schema/src/index.ts';\n`,
    },
    says: `Cannot find module '@beckon/schema/src/index.ts'`,
  },
  {
    fence: 'tsc',
    what: 'an enum',
    files: { [PLANTED]: 'export enum Zone {\n  Left,\n}\n' },
    says: 'erasableSyntaxOnly',
  },
  {
    fence: 'lint',
    what: 'zod in the rules',
    files: { [PLANTED]: `export { z } from 'zod';\n` },
    says: 'No zod in anything that a visitor downloads.',
  },
  {
    fence: 'lint',
    what: 'the main door of schema in the rules',
    files: { [PLANTED]: `export { site } from '@beckon/schema';\n` },
    says: 'Rules may import only the zod-free doors',
  },
  {
    fence: 'lint',
    what: 'Node in the rules',
    files: { [PLANTED]: `export { readFileSync } from 'node:fs';\n` },
    says: 'Rules run in the browser: nothing of Node.',
  },
  {
    fence: 'lint',
    what: 'Node in the schema',
    files: {
      'packages/schema/src/planted.ts': `export { readFileSync } from 'node:fs';\n`,
    },
    says: 'Schemas also run in the console: nothing of Node.',
  },
  {
    fence: 'lint',
    what: 'a deep import across packages',
    files: {
      [PLANTED]: `export { VERSION } from '../../schema/src/constants.ts';\n`,
    },
    says: 'No deep imports across packages',
  },
  {
    fence: 'lint',
    what: 'a clock in the rules',
    files: { [PLANTED]: 'export const now = () => Date.now();\n' },
    says: 'The engine is pure: Date must be handed in',
  },
  {
    fence: 'lint',
    what: 'randomness in the rules',
    files: { [PLANTED]: 'export const draw = () => Math.random();\n' },
    says: 'The engine is pure: draws come from the visitor id',
  },
  {
    fence: 'lint',
    what: 'a promise that nobody waits for',
    files: {
      [PLANTED]: `const ask = async () => 1;

export function go() {
  ask();
}
`,
    },
    says: 'no-floating-promises',
  },
  {
    fence: 'lint',
    what: 'a switch without one of the cases',
    files: {
      [PLANTED]: `export function name(zone: 'left' | 'right') {
  switch (zone) {
    case 'left':
      return 1;
    default:
      return 2;
  }
}
`,
    },
    says: 'switch-exhaustiveness-check',
  },
  {
    fence: 'lint',
    what: 'a cycle',
    files: {
      [PLANTED]: `import { version } from './index.ts';

export const planted = version;
`,
      [INDEX]: `export * from './planted.ts';

export const version = 1;
`,
    },
    says: 'no-cycle',
  },
  {
    fence: 'dependencies',
    what: 'an import that package.json does not name',
    files: {
      [PLANTED]: `import { z } from 'zod';

export const text = z.string();
`,
    },
    says: `'zod' is not in packages/rules/package.json`,
  },
  {
    fence: 'bundle',
    what: 'zod in the bundle, brought along by schema',
    files: { [INDEX]: `export { site } from '@beckon/schema';\n` },
    says: 'node_modules/zod',
  },
];

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

import { join } from 'node:path';
import { REPO } from './lib/repo.mjs';

/** Each fence is run on a small repo that it must let pass, and on the same
 * repo with one file planted that it must find. */
export const FENCES = {
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
export type Fence = keyof typeof FENCES;

const PLANTED = 'packages/rules/src/planted.ts';
export const INDEX = 'packages/rules/src/index.ts';

/** Of each fence what it must find. */
export const VIOLATIONS: readonly {
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
  {
    fence: 'bundle',
    what: 'in the window’s first file what belongs into another',
    files: {
      'packages/window/src/chunk.ts': `export * from './talk/say.ts';\n`,
      'packages/window/src/talk/say.ts': 'export const say = 1;\n',
    },
    says: 'packages/window/src/chunk.ts: the bundle may not hold packages/window/src/talk/say.ts.',
  },
  {
    fence: 'bundle',
    what: 'zod in the window, brought along by schema',
    files: {
      'packages/window/src/chunk-talk.ts': `export { site } from '../../schema/src/index.ts';\n`,
    },
    says: 'node_modules/zod',
  },
  {
    fence: 'bundle',
    what: 'a file of the build that nobody has spoken of',
    files: { 'packages/other/src/chunk.ts': 'export const other = 1;\n' },
    says: 'packages/other/src/chunk.ts: say in check-imports.mjs what it may hold.',
  },
];

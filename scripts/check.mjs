/*
 * `npm test`: the one list of checks, two at a time. A check is a command; what
 * it prints is shown under its heading when it ends.
 */
import { spawn } from 'node:child_process';
import { REPO } from './lib/repo.mjs';
import { testsToLookAt } from './lib/tests-to-look-at.mjs';

const AT_ONCE = 2;

/** @typedef {{ name: string, command: string, after?: string }} Check */
/** @typedef {{ passed: boolean, seconds: number, output: string }} Outcome */

/**
 * In the order in which they begin. `after` names an earlier
 * one that must have ended.
 *
 * @type {readonly Check[]}
 */
const CHECKS = [
  {
    name: 'proof',
    command: 'vitest run --config scripts/vitest.config.ts --project proof',
  },
  { name: 'build', command: 'node scripts/build.mjs' },
  {
    name: 'unit tests',
    // They start gateways again and again, built ones in a third of the time.
    after: 'build',
    command: 'vitest run --config scripts/vitest.config.ts --project=!proof',
  },
  ...[
    'packages/rules',
    'packages/schema',
    'packages/cli',
    'packages/loader',
    'packages/core',
    'packages/beckon',
    'packages/beckon/tsconfig.tests.json',
    'packages/gateway',
    'packages/window',
    'packages/console',
    'packages/console/tsconfig.tests.json',
    'packages/testkit',
    'packages/browser-tests',
    'examples/recipes',
    'scripts/tsconfig.tests.json',
  ].map((project) => ({
    name: `types: ${project}`,
    command: `tsc -p ${project}`,
  })),
  { name: 'lint', command: 'oxlint -c scripts/oxlintrc.json --type-aware' },
  { name: 'format', command: 'prettier --check --log-level warn .' },
  { name: 'rule ids', command: 'node scripts/check-rule-ids.mjs' },
  { name: 'imports', command: 'node scripts/check-imports.mjs' },
  { name: 'dependencies', command: 'node scripts/check-dependencies.mjs' },
  { name: 'sizes', command: 'node scripts/check-sizes.mjs', after: 'build' },
  // Browsers want both cores: what hurries beside them comes too late.
  {
    name: 'browser tests',
    command: 'vitest run --config scripts/vitest.browsers.config.ts',
    after: 'unit tests',
  },
];

/** @type {Map<string, Promise<Outcome>>} */
const begun = new Map();
const waiting = CHECKS.values();
await Promise.all(Array.from({ length: AT_ONCE }, worker));
await summarise();

async function worker() {
  for (const check of waiting) {
    if (check.after) await begun.get(check.after);
    const outcome = runCheck(check);
    begun.set(check.name, outcome);
    await outcome;
  }
}

/**
 * @param {Check} check
 * @returns {Promise<Outcome>}
 */
async function runCheck({ name, command }) {
  const startedAt = Date.now();
  const { code, output } = await runCommand(command);
  const seconds = (Date.now() - startedAt) / 1000;
  const passed = code === 0;
  console.log(`\n=== ${name}: ${command}`);
  if (output.trim()) console.log(output.trim());
  console.log(`--- ${passed ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  return { passed, seconds, output };
}

/**
 * @param {string} command
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runCommand(command) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, {
      cwd: REPO,
      shell: true,
      env: {
        ...process.env,
        PATH: `${REPO}node_modules/.bin:${process.env['PATH']}`,
      },
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

async function summarise() {
  const outcomes = await Promise.all(
    CHECKS.map(async ({ name }) => ({ name, ...(await begun.get(name)) })),
  );
  console.log('\n=== summary');
  for (const { name, passed, seconds = 0 } of outcomes) {
    const word = passed ? 'passed' : 'FAILED';
    console.log(`${word} ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  }
  const failed = outcomes.filter(({ passed }) => !passed);
  console.log(
    `${outcomes.length - failed.length} passed, ${failed.length} failed`,
  );
  // Last, since a log is often read from its end.
  for (const { output = '' } of outcomes) {
    for (const line of testsToLookAt(output)) console.log(line);
  }
  process.exitCode = failed.length === 0 ? 0 : 1;
}

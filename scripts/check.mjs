/*
 * `npm test`: the one list of checks, two at a time. A check is a command; what
 * it prints is shown under its heading when it ends.
 */
import { spawn } from 'node:child_process';
import { REPO } from './lib/repo.mjs';

const AT_ONCE = 2;

/** @typedef {{ name: string, command: string, after?: string }} Check */
/** @type {readonly Check[]} In the order in which they begin: the longest first. */
const CHECKS = [
  {
    name: 'unit tests',
    command: 'vitest run --config scripts/vitest.config.ts',
  },
  { name: 'types: rules', command: 'tsc -p packages/rules' },
  { name: 'types: schema', command: 'tsc -p packages/schema' },
  { name: 'types: cli', command: 'tsc -p packages/cli' },
  { name: 'types: tests', command: 'tsc -p scripts/tsconfig.tests.json' },
  { name: 'lint', command: 'oxlint -c scripts/oxlintrc.json --type-aware' },
  { name: 'format', command: 'prettier --check --log-level warn .' },
  { name: 'rule ids', command: 'node scripts/check-rule-ids.mjs' },
  { name: 'imports', command: 'node scripts/check-imports.mjs' },
  { name: 'dependencies', command: 'node scripts/check-dependencies.mjs' },
  { name: 'build', command: 'node scripts/build.mjs' },
  { name: 'sizes', command: 'node scripts/check-sizes.mjs', after: 'build' },
];

/** @typedef {{ check: Check, passed: boolean, seconds: number }} Outcome */
/** @type {Map<string, Outcome>} */
const outcomes = new Map();
const waiting = [...CHECKS];
await Promise.all(Array.from({ length: AT_ONCE }, worker));
summarise();

async function worker() {
  for (;;) {
    const next = waiting.findIndex(
      ({ after }) => !after || outcomes.has(after),
    );
    const [check] = next < 0 ? [] : waiting.splice(next, 1);
    if (check) await runCheck(check);
    else if (waiting.length === 0) return;
    else await anyOutcome();
  }
}

/** @type {(() => void)[]} */
const sleepers = [];
/** @returns {Promise<void>} When the other worker's check has ended. */
function anyOutcome() {
  return new Promise((resolve) => {
    sleepers.push(resolve);
  });
}

/** @param {Check} check */
async function runCheck(check) {
  const startedAt = Date.now();
  const { code, output } = await runCommand(check.command);
  const seconds = (Date.now() - startedAt) / 1000;
  const passed = code === 0;
  outcomes.set(check.name, { check, passed, seconds });
  console.log(`\n=== ${check.name}: ${check.command}`);
  if (output.trim()) console.log(output.trimEnd());
  console.log(`--- ${passed ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  for (const wake of sleepers.splice(0)) wake();
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

function summarise() {
  console.log('\n=== summary');
  for (const { name } of CHECKS) {
    const outcome = outcomes.get(name);
    const word = outcome?.passed ? 'passed' : 'FAILED';
    console.log(
      `${word}  ${outcome?.seconds.toFixed(1).padStart(6)} s  ${name}`,
    );
  }
  const failed = [...outcomes.values()].filter(({ passed }) => !passed).length;
  console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

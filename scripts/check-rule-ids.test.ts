import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { REPO } from './lib/repo.mjs';

const SPEC = 'packages/rules/SPEC.md';
const TEST = 'packages/rules/src/flow.test.ts';
const JOURNEYS = 'packages/rules/fixtures/journeys.json';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'beckon-rule-ids-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function check(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(REPO, 'scripts/check-rule-ids.mjs'), root],
    { encoding: 'utf8' },
  );
  return { passes: status === 0, says: `${stdout}${stderr}` };
}

function journeys(...names: string[]) {
  return JSON.stringify(names.map((name) => ({ name, steps: [] })));
}

const RULE = '- **FL4** A page view that matches an earlier step.\n';

test('a rule with a test and its journeys passes', () => {
  const found = check({
    [SPEC]: RULE,
    [TEST]: `test('[${'FL4'}] going back is back flow', () => {});`,
    [JOURNEYS]: journeys('[FL4] one', '[FL4] two', '[FL1, FL4] three'),
    'packages/cli/SPEC.md': '- **FL1** A flow starts.\n',
    'examples/store/journeys.json': journeys('[FL1] four', '[FL1] five'),
  });
  expect(found).toEqual({
    passes: true,
    says: expect.stringContaining('2 rules are tested; 5 journeys'),
  });
});

test('a rule without a test and without a journey is named', () => {
  expect(check({ [SPEC]: '- **EN1** Session time.\n' })).toEqual({
    passes: false,
    says: expect.stringContaining('no test and no journey for EN1'),
  });
});

test('an id that stands in no SPEC.md is named', () => {
  const text = `test('[${'EN9'}] nothing', () => {});`;
  expect(check({ [SPEC]: '', [TEST]: text })).toEqual({
    passes: false,
    says: expect.stringContaining(`${TEST}: EN9 stands in no SPEC.md`),
  });
});

test('an id in a comment is no test', () => {
  const text = `// test('[${'EN1'}] later', () => {});`;
  expect(check({ [SPEC]: '- **EN1** Time.\n', [TEST]: text })).toMatchObject({
    passes: false,
  });
});

test('a vector without steps is a test, but no journey', () => {
  const vectors = JSON.stringify([{ name: '[SL6] a draw', draw: 0.5 }]);
  const found = check({ [SPEC]: '- **SL6** Draws.\n', [JOURNEYS]: vectors });
  expect(found.says).not.toContain('no test');
  expect(found.says).toContain('SL6 has 0 of at least 2 journeys');
});

test('a rule with too few journeys is named, with their number', () => {
  const found = check({
    [SPEC]: RULE,
    [JOURNEYS]: journeys('[FL4] one', '[FL4] two', '[FL4] two'),
  });
  expect(found).toEqual({
    passes: false,
    says: expect.stringContaining('FL4 has 2 of at least 3 journeys'),
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, REPO } from './lib/repo.mjs';

const TIMEOUT_MS = 60_000;
const readme = readFileSync(join(REPO, 'README.md'), 'utf8');

function blockOf(language: string) {
  const [, text = ''] =
    readme.match(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's')) ?? [];
  return text;
}

function runBeckon(words: readonly string[]) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['packages/cli/bin/beckon.js', ...words],
    { cwd: REPO, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  return `${stdout}${stderr}`;
}

test(
  'the site config that the README shows has nothing wrong',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'beckon-readme-'));
    const path = join(folder, 'site.json');
    writeFileSync(path, blockOf('json'));
    const printed = runBeckon(['validate', path]);
    rmSync(folder, { recursive: true });
    expect(printed).toMatch(/^ok .*: 1 campaign, 1 engagement;/);
  },
  TIMEOUT_MS,
);

test(
  'the README shows what the command prints',
  () => {
    const [line = '', ...printed] = blockOf('console').split('\n');
    const words = line.replace('$ npx beckon ', '').split(' ');
    expect(runBeckon(words).trim()).toBe(printed.join('\n').trim());
  },
  TIMEOUT_MS,
);

test('paths that the README and the map link to are there', () => {
  const folder = { 'README.md': '', 'packages/README.md': 'packages/' };
  const files = new Set(listFiles(REPO, '.', ['']));
  const missing = Object.entries(folder).flatMap(([page, base]) =>
    [...readFileSync(join(REPO, page), 'utf8').matchAll(/\]\(([^)#]+)\)/g)]
      .map(([, path = '']) => `${base}${path}`)
      .filter((path) => !path.includes('://') && !files.has(path)),
  );
  expect(missing).toEqual([]);
});

test('files and folders that the map names are there', () => {
  const map = readFileSync(join(REPO, 'packages/README.md'), 'utf8');
  const files = listFiles(REPO, '.', ['']);
  const paths = [...map.matchAll(/`((?:schema|rules|cli)\/[^`]+)`/g)].map(
    ([, path = '']) => `packages/${path}`,
  );
  const missing = paths.filter(
    (path) => !files.some((file) => file === path || file.startsWith(path)),
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});

import { readFile, rm, stat } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import { createWorkspace, type Workspace } from '../testing/workspace.ts';
import { listFiles } from './list-files.ts';
import { keepReleases } from './releases.ts';

const DAY_MS = 86_400_000;
const open: Workspace[] = [];
afterEach(async () => {
  for (const workspace of open.splice(0)) await workspace.stop();
});

async function openReleases() {
  const workspace = await createWorkspace();
  open.push(workspace);
  const folder = workspace.path('kept');
  const keepAt = (now: number): Promise<void> =>
    keepReleases(workspace.path('dist'), folder, { now: () => now });
  return { ...workspace, folder, keepAt };
}

it('[LD5] chunks and releases are kept, what has no version is not', async () => {
  const { folder, keepAt } = await openReleases();
  await keepAt(Date.now());
  const kept = await listFiles(folder);
  expect([...kept].sort()).toEqual([
    'assets/window-3f9a.js',
    'v/0.1.0/beckon.js',
  ]);
});

it('[LD5] they go 90 days after the last build that had them', async () => {
  const { folder, keepAt, path, write } = await openReleases();
  const start = Date.UTC(2026, 0, 1);
  await keepAt(start);
  await keepAt(start + 10 * DAY_MS);
  await rm(path('dist/assets/window-3f9a.js'));
  await write('dist/assets/window-77aa.js', 'new');
  await keepAt(start + 99 * DAY_MS);
  expect(await listFiles(folder)).toContain('assets/window-3f9a.js');
  await keepAt(start + 101 * DAY_MS);
  const kept = await listFiles(folder);
  expect([...kept].sort()).toEqual([
    'assets/window-77aa.js',
    'v/0.1.0/beckon.js',
  ]);
});

it('[LD5] a kept file has the content of the newest build', async () => {
  const { folder, keepAt, write } = await openReleases();
  await keepAt(1000);
  await write('dist/v/0.1.0/beckon.js', 'mended');
  await keepAt(5000);
  const file = `${folder}/v/0.1.0/beckon.js`;
  expect(await readFile(file, 'utf8')).toBe('mended');
  expect((await stat(file)).mtimeMs).toBe(5000);
});

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createWorkspace } from '../testing/workspace.ts';

const { beckon, folder, stop } = await createWorkspace();
afterAll(stop);

test('[JR16] writes the published config, the same bytes as of the same moment', async () => {
  const args = [
    'publish',
    'site.json',
    '--now',
    '2026-03-02T10:00:00Z',
    '--out',
  ];
  const first = await beckon([...args, 'one.json']);
  const second = await beckon([...args, 'two.json', '--json']);
  const [one, two] = await Promise.all(
    ['one.json', 'two.json'].map((name) =>
      readFile(join(folder, name), 'utf8'),
    ),
  );
  expect(one).toBe(two);
  const { revision, site: id, engagements } = JSON.parse(one ?? '');
  expect([id, engagements.length]).toEqual(['acme', 1]);
  expect(first.out).toContain(`ok one.json: revision ${revision}, `);
  expect(JSON.parse(second.out)).toMatchObject({ ok: true, revision });
  expect([first.code, second.code]).toEqual([0, 0]);
});

test('[JR16] of a refused config nothing is written', async () => {
  const { code, err } = await beckon([
    'publish',
    'bad-site.json',
    '--out',
    'never.json',
  ]);
  expect(code).toBe(1);
  expect(err).toContain('Failed to publish site config');
  const left = await readdir(folder);
  expect(left.filter((name) => name.startsWith('never'))).toEqual([]);
});

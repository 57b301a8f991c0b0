import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { moveExamples } from './lib/move-examples.mjs';
import { REPO } from './lib/repo.mjs';

async function moveStrict() {
  const to = mkdtempSync(join(tmpdir(), 'beckon-moved-'));
  onTestFinished(() => rmSync(to, { recursive: true }));
  await moveExamples({
    folder: join(REPO, 'examples/strict'),
    to,
    from: 'localhost:4700',
    origin: 'localhost:4807',
  });
  return (path: string) => readFileSync(join(to, path), 'utf8');
}

test('pages, policies and configs name the other port', async () => {
  const read = await moveStrict();
  for (const path of ['hash.html', 'headers.json', 'site.json'])
    expect(read(path)).toMatch(/localhost:4807/);
  expect(read('headers.json')).toContain('ws://localhost:4807');
  expect(read('headers.json')).not.toContain('4700');
});

test('a policy allows the script that names the other port', async () => {
  const read = await moveStrict();
  const [, script = ''] = read('hash.html').split(/<\/?script>/);
  expect(script).toContain('localhost:4807');
  const digest = createHash('sha256').update(script).digest('base64');
  expect(read('headers.json')).toContain(`'sha256-${digest}'`);
});

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockFolder } from './lock-folder.ts';

const inFolder = async (
  run: (folder: string) => Promise<void>,
  name = 'data',
): Promise<void> => {
  const root = await mkdtemp(join(tmpdir(), 'beckon-lock-'));
  const folder = join(root, name);
  await mkdir(folder);
  await run(folder);
  await rm(root, { recursive: true });
};

it.each([
  ['a short path', 'data'],
  ['a path too long for a socket', 'd'.repeat(120)],
])('[GH14] a folder is one process’s, at %s', (_, name) =>
  inFolder(async (folder) => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(/another gateway/);
    await lock.release();
    const next = await lockFolder(folder);
    await next.release();
  }, name),
);

it('[GH14] a process that was killed holds its folder no longer', () =>
  inFolder(async (folder) => {
    const path = join(folder, '.lock');
    const code = `require('net').createServer().listen(${JSON.stringify(path)}, () => console.log('on'))`;
    const child = spawn(process.execPath, ['-e', code]);
    await once(child.stdout, 'data');
    await expect(lockFolder(folder)).rejects.toThrow(/another gateway/);
    child.kill('SIGKILL');
    await once(child, 'close');
    // Its socket is still there, and nobody listens.
    const blocked = createServer().listen(path);
    await once(blocked, 'error');
    const lock = await lockFolder(folder);
    await lock.release();
  }));

import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { readEvents } from '../testing/open-gateway.ts';
import { createWorkspace } from '../testing/workspace.ts';
import { createEventLog } from './event-log.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openLog(totalBytes = 1_000_000) {
  const workspace = await createWorkspace();
  const folder = workspace.path('events');
  const time = { at: Date.UTC(2026, 10, 20, 12) };
  const clock = { now: () => time.at };
  const log = pino({ level: 'silent' });
  const eventLog = await createEventLog({ folder, clock, log, totalBytes });
  closing.push(workspace.stop, eventLog.stop);
  const list = async () => (await readdir(folder)).sort();
  return { folder, time, eventLog, list };
}

it('[GH10] a line is on the disk when it is said to be written', async () => {
  const { eventLog, folder, list } = await openLog();
  expect(await eventLog.append('{"n":1}\n')).toBe('written');
  expect(await readEvents(folder)).toEqual([{ n: 1 }]);
  expect(await list()).toEqual([
    `2026-11-20T12-00-00.000Z-${process.pid}-0001.jsonl`,
  ]);
});

it('[GH10] lines keep their order, whoever waits for whom', async () => {
  const { eventLog, folder } = await openLog();
  const numbers = Array.from({ length: 500 }, (_, n) => n);
  const outcomes = await Promise.all(
    numbers.map((n) => eventLog.append(`{"n":${n}}\n`)),
  );
  expect(new Set(outcomes)).toEqual(new Set(['written']));
  expect(await readEvents(folder)).toEqual(numbers.map((n) => ({ n })));
});

it('[GH10] nobody else on the machine may read it', async () => {
  const { eventLog, folder, list } = await openLog();
  await eventLog.append('{}\n');
  const [name = ''] = await list();
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

it('[GH10] a day begins a file', async () => {
  const { eventLog, time, list } = await openLog();
  await eventLog.append('{}\n');
  time.at += 86_400_000;
  await eventLog.append('{}\n');
  expect((await list()).map((name) => name.slice(0, 10))).toEqual([
    '2026-11-20',
    '2026-11-21',
  ]);
});

it('[GH10] all files together stay under their size, the oldest go', async () => {
  const { eventLog, time, folder, list } = await openLog(16_000);
  for (let n = 0; n < 100; n++) {
    await eventLog.append(`{"n":${n},"x":"${'x'.repeat(480)}"}\n`);
    time.at += 1000;
  }
  const names = await list();
  const sizes = await Promise.all(
    names.map(async (name) => (await stat(join(folder, name))).size),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(
    16_000 + 1000,
  );
  const kept = (await readEvents(folder)).map(({ n }) => n);
  expect(kept.at(-1)).toBe(99);
  expect(kept.length).toBeGreaterThan(20);
  expect(kept).toEqual(kept.map((_, index) => 100 - kept.length + index));
});

it('[GH10] what cannot be written is said, and later lines are written', async () => {
  const { eventLog, folder } = await openLog();
  await rm(folder, { recursive: true });
  await writeFile(folder, 'in the way');
  expect(await eventLog.append('{"n":1}\n')).toBe('failed');
  expect(eventLog.isWell()).toBe(false);
  await rm(folder);
  await mkdir(folder);
  await chmod(folder, 0o700);
  expect(await eventLog.append('{"n":2}\n')).toBe('written');
  expect(eventLog.isWell()).toBe(true);
  expect(await readEvents(folder)).toEqual([{ n: 2 }]);
});

it('[GH10] more than may wait is refused at once', async () => {
  const { eventLog } = await openLog(100_000_000);
  const lines = `${'x'.repeat(3_000_000)}\n`;
  const outcomes = await Promise.all(
    [1, 2, 3, 4, 5].map(() => eventLog.append(lines)),
  );
  expect(outcomes.at(0)).toBe('written');
  expect(outcomes.at(-1)).toBe('full');
});

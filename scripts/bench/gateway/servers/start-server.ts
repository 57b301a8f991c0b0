import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BENCH } from './paths.ts';

/** What a server's process has used so far. */
export interface Usage {
  readonly rssBytes: number;
  /** Of the main thread's JavaScript. */
  readonly heapBytes: number;
  /** Of all threads. */
  readonly cpuUs: number;
}

export interface Server {
  /** Under which it listens, with `http:`. */
  readonly url: string;
  usage(): Promise<Usage>;
  /** The same, when the garbage is gone. */
  usageCollected(): Promise<Usage>;
  stop(): Promise<void>;
}

const START_MS = 60_000;

/**
 * Starts a server in a process of its own, which logs `listening` with its URL.
 *
 * @param nodeOptions For Node, such as `--cpu-prof`.
 * @throws With what it printed, when it does not come up.
 */
export async function startServer(
  script: string,
  env: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Promise<Server> {
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      `--import=${join(BENCH, 'servers/probe.mjs')}`,
      ...nodeOptions,
      script,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { PATH: process.env['PATH'], ...env },
    },
  );
  const probe = createProbe(child);
  // Also where the bench is broken off.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const stop = async () => {
    process.off('exit', end);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  try {
    const url = await untilListening(child);
    return {
      url,
      usage: () => probe('measure'),
      usageCollected: () => probe('collect-and-measure'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function untilListening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = (why: string) =>
      reject(new Error(`Failed to start a server: ${why}. ${printed}`));
    const timer = setTimeout(() => fail('too slow'), START_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      fail('it ended');
    });
    // Warnings and errors of the gateway are worth seeing; it stays quiet else.
    child.stderr?.on('data', (data) => {
      printed += String(data);
      process.stderr.write(data as Buffer);
    });
    if (child.stdout === null) return;
    createInterface(child.stdout).on('line', (line) => {
      printed += `${line}\n`;
      const url = readListening(line);
      if (url === undefined) {
        if (/"level":"(warn|error|fatal)"/.test(line)) console.error(line);
        return;
      }
      clearTimeout(timer);
      resolve(url);
    });
  });
}

function readListening(line: string): string | undefined {
  if (!line.includes('"msg":"listening"')) return undefined;
  const { url } = JSON.parse(line) as { url?: string };
  return url;
}

/** Answers come in the order of the questions. */
function createProbe(child: ChildProcess): (what: string) => Promise<Usage> {
  const waiting: { resolve(usage: Usage): void; reject(why: Error): void }[] =
    [];
  child.on('message', (usage) => waiting.shift()?.resolve(usage as Usage));
  child.on('exit', () => {
    for (const { reject } of waiting.splice(0))
      reject(new Error('Failed to measure a server: it ended.'));
  });
  return (what) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      child.send(what, (error) => {
        if (error) reject(error);
      });
    });
}

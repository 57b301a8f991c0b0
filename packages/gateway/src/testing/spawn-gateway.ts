import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../settings/read-settings.ts';

/** The gateway itself, as `npx beckon-gateway` starts it. */
export const BIN = fileURLToPath(
  new URL('../../bin/beckon-gateway.js', import.meta.url),
);

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface SpawnedGateway {
  readonly child: ChildProcess;
  /** Under which it listens; rejects when it ends before that. */
  readonly url: Promise<string>;
  readonly ended: Promise<Ended>;
  /** Resolves with the next log line of this message; rejects at the end. */
  logs(message: string): Promise<Record<string, unknown>>;
}

/** Starts the gateway as a process of its own. */
export function spawnGateway(
  env: Environment,
  args: readonly string[] = [],
  cwd?: string,
): SpawnedGateway {
  const child = spawn(process.execPath, [BIN, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  let out = '';
  let err = '';
  const waiting = new Map<string, (line: Record<string, unknown>) => void>();
  createInterface(child.stdout).on('line', (line) => {
    out += `${line}\n`;
    if (!line.startsWith('{')) return;
    const logged = JSON.parse(line) as Record<string, unknown>;
    waiting.get(String(logged['msg']))?.(logged);
  });
  child.stderr.on('data', (data) => (err += String(data)));
  const ended = once(child, 'close').then(
    ([code, signal]: unknown[]): Ended => ({
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
      out,
      err,
    }),
  );
  const failed = ended.then((end): never => {
    throw new Error(`The gateway ended: ${end.err}`);
  });
  const logs = (message: string): Promise<Record<string, unknown>> => {
    const line = new Promise<Record<string, unknown>>((resolve) =>
      waiting.set(message, resolve),
    );
    return Promise.race([line, failed]);
  };
  const url = logs('listening').then((line) => String(line['url']));
  // Whoever only waits for the end does not wait for these.
  url.catch(() => {});
  failed.catch(() => {});
  return { child, url, ended, logs };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A process of ours with all that it starts. */
export interface Child {
  readonly process: ChildProcess;
  /** What it printed so far. */
  output(): string;
  stop(): Promise<void>;
  /** Without a chance to put anything in order. */
  kill(): Promise<void>;
}

/** Starts a process in a group of its own, so that it ends with its children. */
export function startChild(
  command: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Child {
  const child = spawn(command, words, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const { exitCode, pid, signalCode } = child;
    if (exitCode !== null || signalCode !== null || pid === undefined) return;
    const ended = once(child, 'exit');
    process.kill(-pid, signal);
    await ended;
  };
  return {
    process: child,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

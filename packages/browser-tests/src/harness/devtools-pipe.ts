import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

type Values = Readonly<Record<string, unknown>>;

interface Incoming {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Values;
  readonly result?: Values;
  readonly error?: { readonly message: string };
}

/** A Chromium that is spoken to without Playwright. */
export interface DevToolsPipe {
  send(method: string, params?: Values, session?: string): Promise<Values>;
  /** Calls back for each event of this name. */
  on(method: string, hear: (params: Values) => void): void;
  stop(): Promise<void>;
}

/**
 * Starts Chromium with the DevTools protocol on a pipe: what Playwright cannot
 * do, because it holds on to pages and not to their tabs, which forbids
 * prerendering.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/
 */
export function openDevToolsPipe(executablePath: string): DevToolsPipe {
  const profile = mkdtempSync(join(tmpdir(), 'beckon-chromium-'));
  const child = spawn(
    executablePath,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const { send, on } = createClient(
    child.stdio[3] as Writable,
    child.stdio[4] as Readable,
  );
  return {
    send,
    on,
    async stop() {
      const ended = once(child, 'exit');
      await send('Browser.close');
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Messages are JSON, each with a zero byte at its end. */
function createClient(
  output: Writable,
  input: Readable,
): Pick<DevToolsPipe, 'send' | 'on'> {
  const waiting = new Map<number, (answer: Incoming) => void>();
  const listeners: [string, (params: Values) => void][] = [];
  let sent = 0;
  let text = '';
  input.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (text + chunk).split('\0');
    text = messages.pop() ?? '';
    for (const message of messages) hear(JSON.parse(message) as Incoming);
  });
  const hear = (message: Incoming): void => {
    if (message.id !== undefined) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
      return;
    }
    for (const [method, listener] of listeners)
      if (method === message.method) listener(message.params ?? {});
  };
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        const id = ++sent;
        waiting.set(id, ({ error, result = {} }) => {
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result);
        });
        output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      }),
    on: (method, listener) => void listeners.push([method, listener]),
  };
}

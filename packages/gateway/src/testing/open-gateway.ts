import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Clock } from '../clock.ts';
import {
  createGateway,
  type Gateway,
  type GatewayOptions,
} from '../create-gateway.ts';
import { readSettings } from '../settings/read-settings.ts';
import { copyEmptyDatabase } from './pglite-template.ts';
import {
  createWorkspace,
  ORIGIN,
  VISITOR_AGENT,
  type Workspace,
} from './workspace.ts';

export interface OpenGateway {
  readonly gateway: Gateway;
  readonly workspace: Workspace;
  /** What was logged, one object a line. */
  readonly logged: readonly Record<string, unknown>[];
  /** Set it to pass time. */
  readonly clock: { at: number };
  /** Asks without a port. */
  ask(
    path: string,
    init?: RequestInit & { address?: string },
  ): Promise<Response>;
  /** Sends events as a page of the site does. */
  send(
    body: unknown,
    headers?: Readonly<Record<string, string>>,
    address?: string,
  ): Promise<Response>;
  /** The lines of the event log. */
  events(): Promise<readonly Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** A gateway in this process, without a port, in a folder of its own. */
export async function openGateway(
  env: Readonly<Record<string, string>> = {},
  {
    demo = false,
    prepare,
    ...more
  }: {
    demo?: boolean;
    prepare?: (workspace: Workspace) => Promise<void>;
  } & Partial<Pick<GatewayOptions, 'sweepMs' | 'times' | 'graceMs'>> = {},
): Promise<OpenGateway> {
  const workspace = await createWorkspace();
  await copyEmptyDatabase(workspace.path('data/database'));
  await prepare?.(workspace);
  const logged: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'debug', base: null },
    {
      write: (line) =>
        void logged.push(JSON.parse(line) as Record<string, unknown>),
    },
  );
  const clock = { at: Date.UTC(2026, 10, 20) };
  const port: Clock = { now: () => clock.at };
  const settings = readSettings({ ...workspace.env, ...env }, { demo });
  const options = { settings, log, clock: port, watchMs: 20, ...more };
  const gateway = await createGateway(options);
  const ask: OpenGateway['ask'] = async (path, { address, ...init } = {}) => {
    const request = new Request(`http://gateway.test${path}`, init);
    const remoteAddress = address ?? '203.0.113.1';
    return gateway.fetch(request, { incoming: { socket: { remoteAddress } } });
  };
  const send: OpenGateway['send'] = (body, headers = {}, address) =>
    ask('/v1/sites/acme/events', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {
        'Content-Type': 'text/plain;charset=UTF-8',
        Origin: ORIGIN,
        'User-Agent': VISITOR_AGENT,
        ...headers,
      },
      ...(address === undefined ? {} : { address }),
    });
  return {
    gateway,
    workspace,
    logged,
    clock,
    ask,
    send,
    events: () => readEvents(workspace.path('data/events')),
    async stop() {
      await gateway.stop();
      await workspace.stop();
    },
  };
}

/** All events that a gateway wrote, in order. */
export async function readEvents(
  folder: string,
): Promise<readonly Record<string, unknown>[]> {
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(
    names.map((name) => readFile(join(folder, name), 'utf8')),
  );
  return texts
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

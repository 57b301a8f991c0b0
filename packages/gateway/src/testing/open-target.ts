import { spawnGateway, type SpawnedGateway } from './spawn-gateway.ts';
import { copyEmptyDatabase } from './pglite-template.ts';
import {
  createWorkspace,
  ORIGIN,
  VISITOR_AGENT,
  type Workspace,
} from './workspace.ts';

/** What a page of the site sends with its events. */
export const PAGE_HEADERS = {
  Origin: ORIGIN,
  'User-Agent': VISITOR_AGENT,
  'Content-Type': 'text/plain',
};

export interface Target extends SpawnedGateway {
  readonly workspace: Workspace;
  readonly base: string;
  post(
    body: string | Uint8Array,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  stop(): Promise<void>;
}

/** A process to throw things at: logs all, limits no rates. */
export async function openTarget(): Promise<Target> {
  const workspace = await createWorkspace();
  await copyEmptyDatabase(workspace.path('data/database'));
  const env = {
    ...workspace.env,
    LOG_LEVEL: 'debug',
    BECKON_EVENTS_PER_VISITOR: '1000000',
    BECKON_EVENTS_PER_ADDRESS: '1000000',
  };
  const gateway = spawnGateway(env, ['--demo']);
  const base = await gateway.url;
  return {
    ...gateway,
    workspace,
    base,
    post: (body, headers = {}) =>
      fetch(`${base}/v1/sites/acme/events`, {
        method: 'POST',
        body,
        headers: { ...PAGE_HEADERS, ...headers },
      }),
    async stop() {
      gateway.child.kill('SIGKILL');
      await gateway.ended;
      await workspace.stop();
    },
  };
}

/** The code of a problem; what is none, or says too much, is told instead. */
export async function codeOf(response: Response): Promise<string> {
  const type = response.headers.get('Content-Type') ?? '';
  const text = await response.text();
  if (!type.startsWith('application/problem+json')) return `${type}: ${text}`;
  if (/SECRET|\bat .*\.[jt]s|node_modules|Error/.test(text)) return text;
  const { code, status } = JSON.parse(text) as { code: string; status: number };
  return status === response.status ? code : `${code} with ${response.status}`;
}

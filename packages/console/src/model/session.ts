import type { AgentFacts } from '@beckon/schema/types';
import { isRecord } from './decode-frame.ts';
import type { Answer, Request } from './ports.ts';
import type { Canned, LoginError } from './state.ts';

const AGENTS = '/v1/agents';

export type LoginOutcome =
  | { readonly ok: true; readonly agent: AgentFacts }
  | { readonly ok: false; readonly error: LoginError };

/** The gateway keeps the session in a cookie that no script can read (GW5). */
export async function logIn(
  request: Request,
  email: string,
  password: string,
): Promise<LoginOutcome> {
  const answer = await request('POST', `${AGENTS}/login`, { email, password });
  const agent = decodeAgent(answer);
  if (agent) return { ok: true, agent };
  return { ok: false, error: loginErrorOf(answer.status) };
}

function loginErrorOf(status: number): LoginError {
  if (status === 0) return 'unreachable';
  if (status === 429) return 'too-many';
  return [400, 401, 403].includes(status) ? 'refused' : 'failed';
}

/** Who is logged in; `nobody`, or `unknown` when the gateway did not say. */
export async function whoIsIn(
  request: Request,
): Promise<AgentFacts | 'nobody' | 'unknown'> {
  const answer = await request('GET', `${AGENTS}/me`);
  if (answer.status === 401) return 'nobody';
  return decodeAgent(answer) ?? 'unknown';
}

export async function logOut(request: Request): Promise<void> {
  await request('POST', `${AGENTS}/logout`);
}

/** Texts to insert; none where the gateway keeps none. */
export async function readCanned(request: Request): Promise<Canned[]> {
  const { status, body } = await request('GET', `${AGENTS}/canned`);
  if (status !== 200 || !isRecord(body)) return [];
  const { canned } = body;
  return Array.isArray(canned) ? canned.flatMap(decodeCanned) : [];
}

function decodeCanned(value: unknown, index: number): Canned[] {
  if (!isRecord(value) || typeof value['text'] !== 'string') return [];
  const { id, title, text } = value;
  return [
    {
      id: typeof id === 'string' ? id : `canned-${index}`,
      title: typeof title === 'string' ? title : text.slice(0, 40),
      text,
    },
  ];
}

function decodeAgent({ status, body }: Answer): AgentFacts | undefined {
  if (status !== 200 || !isRecord(body)) return undefined;
  const { agent } = body;
  if (!isRecord(agent) || typeof agent['agentId'] !== 'string') {
    return undefined;
  }
  // Decoded: the rest is the gateway's promise (frames.ts).
  return agent as unknown as AgentFacts;
}

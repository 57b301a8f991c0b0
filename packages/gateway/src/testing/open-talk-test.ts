import { randomUUID } from 'node:crypto';
import type {
  AgentFrame,
  HelloFrame,
  StartFrame,
  ToAgentFrame,
} from '@beckon/schema/types';
import { openGateway, type OpenGateway } from './open-gateway.ts';
import type { OpenBackend } from './backends.ts';
import { ADMIN } from './backends.ts';
import {
  connect,
  startFrame,
  type AgentClient,
  type ConsumerClient,
} from './talk-client.ts';
import { ORIGIN } from './workspace.ts';

export interface OpenTalkTest extends OpenGateway {
  /** Where it listens. */
  readonly url: string;
  /** What it was opened on. */
  readonly backend: OpenBackend;
  visitor(headers?: Readonly<Record<string, string>>): Promise<ConsumerClient>;
  /** A visitor that has said hello. */
  greeted(token?: string): Promise<ConsumerClient & { token: string }>;
  /** Adds an agent. @returns The cookie of a login. */
  addAgent(
    name: string,
    more?: Readonly<Record<string, unknown>>,
  ): Promise<string>;
  agent(cookie: string, resume?: HelloFrame['resume']): Promise<AgentClient>;
  /** An agent of its own that is there, with one skill. */
  agentWith(
    skill: string,
    more?: Readonly<Record<string, unknown>>,
  ): Promise<AgentClient & { cookie: string; agentId: string }>;
  /** A visitor who waits for somebody with a skill. */
  waiting(
    skill: string,
    start?: Partial<StartFrame>,
  ): Promise<ConsumerClient & { token: string; conversationId: string }>;
  /** Asks over the port, as the gateway's own page with the admin token. */
  admin(method: string, path: string, body: unknown): Promise<Response>;
  /** Visitor and agent in a conversation. */
  talking(): Promise<{
    visitor: ConsumerClient & { token: string };
    agent: AgentClient;
    cookie: string;
    conversationId: string;
    skill: string;
  }>;
}

export const PASSWORD = 'correct horse battery';

/** A gateway that listens, on a database of the given kind. */
export async function openTalkTest(
  backend: OpenBackend,
  env: Readonly<Record<string, string>> = {},
  more: Parameters<typeof openGateway>[1] = {},
): Promise<OpenTalkTest> {
  const open = await openGateway(
    { ...(await backend.settings()), ...env },
    { sweepMs: 50, ...more },
  );
  const url = await open.gateway.listen();
  const ask = (path: string, init: RequestInit): Promise<Response> =>
    fetch(`${url}${path}`, init);
  const own = { Origin: url, 'Content-Type': 'application/json' };

  const visitor: OpenTalkTest['visitor'] = (headers = {}) =>
    connect(`${url}/v1/sites/acme/socket`, { Origin: ORIGIN, ...headers });
  const greeted: OpenTalkTest['greeted'] = async (token) => {
    const client = await visitor();
    client.send({ type: 'hello', ...(token === undefined ? {} : { token }) });
    const welcome = await client.next('welcome');
    return { ...client, token: welcome.token };
  };
  const addAgent: OpenTalkTest['addAgent'] = async (name, given = {}) => {
    const email = `${name.toLowerCase()}@desk.example`;
    const facts = {
      email,
      name,
      password: PASSWORD,
      skills: ['sales'],
      ...given,
    };
    const put = await ask('/v1/agents', {
      method: 'PUT',
      body: JSON.stringify(facts),
      headers: { ...own, Authorization: ADMIN },
    });
    if (!put.ok) throw new Error(`No agent: ${await put.text()}`);
    const login = await ask('/v1/agents/login', {
      method: 'POST',
      body: JSON.stringify({ email, password: PASSWORD }),
      headers: own,
    });
    if (!login.ok) throw new Error(`No login: ${await login.text()}`);
    return (login.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
  };
  const agent: OpenTalkTest['agent'] = async (Cookie, resume = []) => {
    const client = await connect<AgentFrame, ToAgentFrame>(
      `${url}/v1/agents/socket`,
      { Origin: url, Cookie },
    );
    client.send({ type: 'hello', resume });
    return client;
  };
  const agentWith: OpenTalkTest['agentWith'] = async (skill, given = {}) => {
    const facts = { skills: [skill], ...given };
    const cookie = await addAgent(`Ada-${randomUUID()}`, facts);
    const client = await agent(cookie);
    const { agent: ada } = await client.next('welcome');
    return { ...client, cookie, agentId: ada.agentId };
  };
  const waiting: OpenTalkTest['waiting'] = async (skill, start = {}) => {
    const client = await greeted();
    client.send(startFrame({ skill, ...start }));
    const { conversationId } = await client.next('started');
    return { ...client, conversationId };
  };
  return {
    ...open,
    url,
    backend,
    visitor,
    greeted,
    addAgent,
    agent,
    agentWith,
    waiting,
    admin: (method, path, body) =>
      ask(path, {
        method,
        body: JSON.stringify(body),
        headers: { ...own, Authorization: ADMIN },
      }),
    async talking() {
      // A skill and an agent of its own: tests share the gateway.
      const skill = `skill-${randomUUID()}`;
      const { cookie, ...ada } = await agentWith(skill);
      const { conversationId, ...client } = await waiting(skill);
      await ada.next('offered');
      ada.send({ type: 'accept', conversationId });
      await ada.next('assigned');
      await client.next('event');
      await ada.next('event');
      await ada.next('state');
      return { visitor: client, agent: ada, cookie, conversationId, skill };
    },
  };
}

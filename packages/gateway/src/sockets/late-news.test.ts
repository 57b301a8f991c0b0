import type { ToAgentFrame, ToConsumerFrame } from '@beckon/schema/types';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { createMetrics } from '../metrics.ts';
import { openTalk, type Talk } from '../open-talk.ts';
import { readSettings } from '../settings/read-settings.ts';
import { createSiteStore, type Site } from '../sites/site-store.ts';
import { copyEmptyDatabase } from '../testing/pglite-template.ts';
import { startFrame } from '../testing/talk-client.ts';
import { createWorkspace, type Workspace } from '../testing/workspace.ts';
import { createAgentSession } from './agent-session.ts';
import type { Connection } from './connection.ts';
import { createConsumerSession } from './consumer-session.ts';

const log = pino({ level: 'silent' });
const clock = systemClock;
const SKILL = 'sales';
let workspace: Workspace;
let talk: Talk;
let site: Site;

beforeAll(async () => {
  workspace = await createWorkspace();
  await copyEmptyDatabase(workspace.path('data/database'));
  const settings = readSettings(workspace.env, { demo: false });
  const sites = await createSiteStore({ folder: settings.sites, clock, log });
  site = sites.all().find(({ id }) => id === 'acme') as Site;
  const metrics = createMetrics();
  talk = await openTalk({ settings, log, clock, sites, metrics });
}, 60_000);

afterAll(async () => {
  await talk.stop();
  await workspace.stop();
});

function listen<Frame extends { readonly type: string }>(id: string) {
  const sent: Frame[] = [];
  const connection: Connection = {
    id,
    send: (frame) => void sent.push(frame as Frame),
    sent: () => Promise.resolve(),
    close: () => {},
    pause: () => {},
    resume: () => {},
  };
  const find = <Type extends Frame['type']>(type: Type) =>
    sent.find((frame) => frame.type === type) as Extract<Frame, { type: Type }>;
  return { sent, connection, find };
}

async function comeAsAgent(id: string) {
  const agent = await talk.desk.store.putAgent({
    id,
    email: `${id}@desk.example`,
    name: id,
    role: 'agent',
    skills: [SKILL],
    maxConversations: 4,
    now: clock.now(),
  });
  const heard = listen<ToAgentFrame>(id);
  const { connection } = heard;
  const login = { sessionHash: id, expiresAt: null };
  const session = createAgentSession({ ...talk, ...login, agent, connection });
  await session.handle({ type: 'hello' });
  return { ...heard, session };
}

/** Somebody who waits. */
async function comeAsVisitor() {
  const heard = listen<ToConsumerFrame>('a tab');
  const { connection } = heard;
  const no = () => 0;
  const limits = { message: no, start: no, page: no, attributes: no };
  const session = createConsumerSession({ ...talk, site, connection, limits });
  await session.handle({ type: 'hello' });
  await session.handle(startFrame({ skill: SKILL }));
  await talk.router.refresh();
  const { conversationId } = heard.find('started');
  return { ...heard, session, conversationId };
}

it('[GH24] an offer that was read before an agent took it, and comes after, is not told', async () => {
  const { fanout } = talk.desk;
  const { session, sent, find } = await comeAsAgent('ada');
  const { conversationId, ...visitor } = await comeAsVisitor();
  const late = find('offered');
  await session.handle({ type: 'accept', conversationId });
  expect(find('assigned')).toBeDefined();
  sent.length = 0;
  fanout.publish('agent', 'ada', { type: 'frame', frame: late });
  expect(sent).toEqual([]);

  // It may be offered again to whom it has left.
  fanout.publish('agent', 'ada', { type: 'left', conversationId });
  fanout.publish('agent', 'ada', { type: 'frame', frame: late });
  expect(sent).toEqual([late]);
  session.end();
  visitor.session.end();
});

it('[GH24] where a conversation was, and is no more, is told to nobody', async () => {
  const { fanout, store } = talk.desk;
  const agent = await comeAsAgent('ben');
  const { conversationId, ...visitor } = await comeAsVisitor();
  await agent.session.handle({ type: 'accept', conversationId });
  const isActive = visitor.sent.findLast(({ type }) => type === 'state');
  expect(isActive).toMatchObject({ state: 'active' });
  const row = await store.findConversation(conversationId);
  const consumerId = row?.consumerId ?? '';

  // The queue was read before it was taken.
  visitor.sent.length = 0;
  agent.sent.length = 0;
  const isQueued = {
    ...visitorState(conversationId),
    state: 'queued',
  } as const;
  fanout.publish('consumer', consumerId, {
    type: 'state',
    frame: isQueued,
    asOf: 0,
  });
  expect(visitor.sent).toEqual([]);
  await visitor.session.handle({
    type: 'typing',
    conversationId,
    active: true,
  });
  expect(agent.find('typing')).toBeDefined();

  // Who took it was read before it was over.
  await visitor.session.handle({ type: 'end', conversationId });
  visitor.sent.length = 0;
  agent.sent.length = 0;
  for (const [topic, id] of [
    ['consumer', consumerId],
    ['agent', 'ben'],
  ] as const)
    fanout.publish(topic, id, {
      type: 'state',
      frame: { ...visitorState(conversationId), state: 'active' },
      asOf: row?.lastSeq ?? 0,
    });
  expect([...visitor.sent, ...agent.sent]).toEqual([]);
  agent.session.end();
  visitor.session.end();
});

const visitorState = (conversationId: string) =>
  ({
    type: 'state',
    conversationId,
    place: null,
    expectedWaitSeconds: null,
  }) as const;

import type { ToAgentFrame } from '@beckon/schema/types';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { createMetrics } from '../metrics.ts';
import { openTalk, type Talk } from '../open-talk.ts';
import { readSettings } from '../settings/read-settings.ts';
import { createSiteStore } from '../sites/site-store.ts';
import { copyEmptyDatabase } from '../testing/pglite-template.ts';
import { startFrame } from '../testing/talk-client.ts';
import { createWorkspace, type Workspace } from '../testing/workspace.ts';
import { createAgentSession } from './agent-session.ts';

const log = pino({ level: 'silent' });
const clock = systemClock;
let workspace: Workspace;
let talk: Talk;

beforeAll(async () => {
  workspace = await createWorkspace();
  await copyEmptyDatabase(workspace.path('data/database'));
  const settings = readSettings(workspace.env, { demo: false });
  const sites = await createSiteStore({ folder: settings.sites, clock, log });
  const metrics = createMetrics();
  talk = await openTalk({ settings, log, clock, sites, metrics });
}, 60_000);

afterAll(async () => {
  await talk.stop();
  await workspace.stop();
});

it('[RT1] an offer that was read before an agent took it, and comes after, is not told', async () => {
  const { desk } = talk;
  const agent = await desk.store.putAgent({
    id: 'ada',
    email: 'ada@desk.example',
    name: 'Ada',
    role: 'agent',
    skills: ['sales'],
    maxConversations: 4,
    now: clock.now(),
  });
  const sent: ToAgentFrame[] = [];
  const session = createAgentSession({
    ...talk,
    agent,
    sessionHash: 'a login',
    expiresAt: null,
    connection: {
      id: 'a connection',
      send: (frame) => void sent.push(frame as ToAgentFrame),
      sent: () => Promise.resolve(),
      close: () => {},
      pause: () => {},
      resume: () => {},
    },
  });
  await session.handle({ type: 'hello' });
  await begin('one');
  const late = sent.find(({ type }) => type === 'offered') as ToAgentFrame;
  await session.handle({ type: 'accept', conversationId: 'one' });
  expect(sent.some(({ type }) => type === 'assigned')).toBe(true);
  sent.length = 0;
  desk.fanout.publish('agent', 'ada', { type: 'frame', frame: late });
  expect(sent).toEqual([]);

  // It may be offered again to whom it has left.
  desk.fanout.publish('agent', 'ada', { type: 'left', conversationId: 'one' });
  desk.fanout.publish('agent', 'ada', { type: 'frame', frame: late });
  expect(sent).toEqual([late]);
  session.end();
});

/** Somebody waits, and is offered. */
async function begin(id: string): Promise<void> {
  const { store } = talk.desk;
  const now = clock.now();
  const consumerId = 'c';
  const token = { lineId: 'l', tokenId: 't' };
  const visitorId = 'v';
  await store.addConsumer({ consumerId, site: 'acme', visitorId, token, now });
  const { language, page, journey, attributes } = startFrame();
  await store.startConversation({
    id,
    site: 'acme',
    consumerId,
    requestId: id,
    skill: 'sales',
    preview: { visitorId, language, page, journey, attributes, lastText: '' },
    now,
  });
  await talk.router.refresh();
}

import { randomUUID } from 'node:crypto';
import type { EventFrame } from '@beckon/schema/types';
import { describe, expect, it } from 'vitest';
import { idleTimesOf } from './conversations/watch-idle.ts';
import { BACKENDS } from './testing/backends.ts';
import { openTalkTest } from './testing/open-talk-test.ts';
import { textMessage } from './testing/talk-client.ts';
import { useTalk } from './testing/use-talk.ts';

const MINUTE = 60_000;

const nextEvent = (side: {
  next(type: 'event'): Promise<EventFrame>;
}): Promise<EventFrame> => side.next('event');

it('[RT5] a warning comes in the second half of the idle time at the earliest', () => {
  const idle = (
    idleMinutes: number | null,
    idleWarningMinutes: number | null,
  ) => idleTimesOf({ idleMinutes, idleWarningMinutes });
  expect(idle(60, 5)).toEqual({ idleMs: 60 * MINUTE, warningMs: 5 * MINUTE });
  expect(idle(2, 5)).toEqual({ idleMs: 2 * MINUTE, warningMs: MINUTE });
  expect(idle(60, null)).toEqual({ idleMs: 60 * MINUTE, warningMs: null });
  expect(idle(null, 5)).toBeUndefined();
});

describe.each(BACKENDS)('on %s', { timeout: 30_000 }, (backend) => {
  const open = useTalk(backend, { BECKON_AVAILABILITY: '{}' });

  const settle = (settings: object): Promise<Response> =>
    open.admin('PUT', '/v1/sites/acme/settings', settings);

  it('[RT5] a message takes up what ended, where the site lets it', async () => {
    const { visitor, agent, conversationId } = await open.talking();
    agent.send({ type: 'end', conversationId });
    await visitor.next('state', ({ state }) => state === 'ended');
    agent.send(textMessage(conversationId, 'one more thing'));
    expect(await agent.next('problem')).toMatchObject({
      code: 'conversation-ended',
    });
    visitor.send(textMessage(conversationId, 'I am back'));
    await visitor.next('ack');
    await visitor.next('state', ({ state }) => state === 'queued');
    await agent.next(
      'offered',
      (offer) => offer.conversationId === conversationId,
    );
    visitor.send({ type: 'end', conversationId });
    await visitor.next('state', ({ state }) => state === 'ended');
    await settle({ resumable: false });
    visitor.send(textMessage(conversationId, 'hello?'));
    expect(await visitor.next('problem')).toMatchObject({
      code: 'conversation-ended',
    });
    await settle({});
    await Promise.all([visitor, agent].map((client) => client.close()));
  });

  it('[RT5] it ends by idleness, and says so', async () => {
    const { visitor, agent, conversationId } = await open.talking();
    await settle({ idleMinutes: 10, idleWarningMinutes: null });
    open.clock.at += 9 * 60_000;
    visitor.send(textMessage(conversationId, 'wait'));
    await visitor.next('ack');
    await visitor.next('event');
    open.clock.at += 9 * 60_000;
    agent.send({ type: 'ping', n: 1 });
    await agent.next('pong');
    open.clock.at += 2 * 60_000;
    expect(await visitor.next('event')).toMatchObject({
      seq: 3,
      from: { role: 'system' },
      body: { kind: 'ended', by: 'idle' },
    });
    await settle({});
    await Promise.all([visitor, agent].map((client) => client.close()));
  });

  it('[RT5] both sides are warned once, with the time, and then it ends', async () => {
    await settle({ idleMinutes: 10, idleWarningMinutes: 2 });
    const { visitor, agent, conversationId } = await open.talking();
    const endsAt = open.clock.at + 10 * MINUTE;
    open.clock.at += 8 * MINUTE + 1;
    for (const told of [visitor, agent].map(nextEvent))
      expect(await told).toMatchObject({
        seq: 2,
        from: { role: 'system' },
        body: { kind: 'warned', endsAt },
      });
    open.clock.at = endsAt - 1;
    // Told again, not once more, to whom was not there.
    const back = await open.visitor();
    back.send({
      type: 'hello',
      token: visitor.token,
      resume: [{ conversationId, after: 1 }],
    });
    expect(await back.next('event')).toMatchObject({
      seq: 2,
      body: { kind: 'warned' },
    });
    open.clock.at = endsAt;
    for (const told of [visitor, back, agent].map(nextEvent))
      expect(await told).toMatchObject({
        seq: 3,
        from: { role: 'system' },
        body: { kind: 'ended', by: 'idle' },
      });
    await Promise.all([visitor, agent, back].map((side) => side.close()));
    await settle({});
  });

  it('[RT5, GH26] who writes takes the warning back, and is warned anew', async () => {
    await settle({ idleMinutes: 10, idleWarningMinutes: 2 });
    const { visitor, agent, conversationId } = await open.talking();
    open.clock.at += 9 * MINUTE;
    await visitor.next('event', ({ body }) => body.kind === 'warned');
    visitor.send(textMessage(conversationId, 'still here'));
    await visitor.next('ack');
    const endsAt = open.clock.at + 10 * MINUTE;
    open.clock.at += 9 * MINUTE;
    expect(await agent.next('event', ({ seq }) => seq === 4)).toMatchObject({
      body: { kind: 'warned', endsAt },
    });
    await Promise.all([visitor, agent].map((side) => side.close()));
    await settle({});
  });

  it('[RT5] where a site wants no warning, it ends without one', async () => {
    await settle({ idleMinutes: 10, idleWarningMinutes: null });
    const { visitor, agent } = await open.talking();
    open.clock.at += 10 * MINUTE + 1;
    expect(await visitor.next('event')).toMatchObject({
      seq: 2,
      body: { kind: 'ended', by: 'idle' },
    });
    await Promise.all([visitor, agent].map((side) => side.close()));
    await settle({});
  });

  it('[RT5, GH26] a restart neither forgets a warning nor doubles it, and gives its time', async () => {
    const database = open.backend;
    const settings = await database.settings();
    const env = { ...settings, BECKON_AVAILABILITY: '{}' };
    const first = await openTalkTest({
      ...database,
      settings: async () => env,
    });
    const { BECKON_DATA } = first.workspace.env;
    const again = {
      ...database,
      settings: async () => ({ ...env, BECKON_DATA: BECKON_DATA ?? '' }),
    };
    const visitor = await first.waiting(randomUUID());
    const { conversationId } = visitor;
    first.clock.at += 56 * MINUTE;
    const told = await visitor.next('event');
    expect(told.body.kind).toBe('warned');
    const silent = await first.waiting(randomUUID());
    const { conversationId: silentId } = silent;
    const stoppedAt = first.clock.at;
    await first.gateway.stop();

    // Down until long after both should have ended.
    const second = await openTalkTest(again);
    second.clock.at = stoppedAt + 600 * MINUTE;
    const resume = (token: string, id: string, after: number) =>
      second.visitor().then((client) => {
        const place = { conversationId: id, after };
        client.send({ type: 'hello', token, resume: [place] });
        return client;
      });
    const back = await resume(visitor.token, conversationId, 1);
    expect(await back.next('event')).toMatchObject({
      seq: 2,
      body: { kind: 'ended', by: 'idle' },
    });
    // Nobody told this one: it has its warning, and its time.
    const other = await resume(silent.token, silentId, 0);
    const warned = await other.next('event');
    expect(warned).toMatchObject({ seq: 1, body: { kind: 'warned' } });
    second.clock.at += 6 * MINUTE;
    expect(await other.next('event')).toMatchObject({
      seq: 2,
      body: { kind: 'ended', by: 'idle' },
    });
    await Promise.all([back, other].map((side) => side.close()));
    await second.stop();
    await first.workspace.stop();
  });
});

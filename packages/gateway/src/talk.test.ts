import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BACKENDS } from './testing/backends.ts';
import { startFrame, textMessage } from './testing/talk-client.ts';
import { useTalk } from './testing/use-talk.ts';

describe.each(BACKENDS)('on %s', { timeout: 30_000 }, (backend) => {
  const open = useTalk(backend, {
    BECKON_MESSAGES_PER_CONSUMER: '10000',
    BECKON_AVAILABILITY: '{}',
  });

  it('[GW1] a visitor and an agent talk, and the talk ends', async () => {
    const { visitor, agent, conversationId } = await open.talking();
    const clientId = randomUUID();
    visitor.send(textMessage(conversationId, 'hello', clientId));
    expect(await visitor.next('ack')).toMatchObject({ clientId, seq: 2 });
    const heard = await agent.next('event', ({ seq }) => seq === 2);
    expect(heard).toMatchObject({
      from: { role: 'consumer' },
      body: { kind: 'message', clientId, content: { text: 'hello' } },
    });
    agent.send(textMessage(conversationId, 'hi there'));
    expect(await agent.next('ack')).toMatchObject({ seq: 3 });
    const answer = await visitor.next('event', ({ seq }) => seq === 3);
    expect(answer.from).toMatchObject({ role: 'agent' });
    expect(answer.from.name).toMatch(/^Ada/);
    visitor.send({ type: 'end', conversationId });
    expect(await agent.next('event', ({ seq }) => seq === 4)).toMatchObject({
      body: { kind: 'ended', by: 'consumer' },
    });
    await visitor.next('state', ({ state }) => state === 'ended');
    await visitor.close();
    await agent.close();
  });

  it('[GW1] an offer shows the visitor; typing, read and page go along', async () => {
    const skill = randomUUID();
    const ada = await open.agent(
      await open.addAgent(skill, { skills: [skill] }),
    );
    await ada.next('welcome');
    const visitor = await open.visitor();
    visitor.send({ type: 'hello', visitorId: 'visitor-7' });
    const { token } = await visitor.next('welcome');
    const reason = { engagement: 'of a newer config', held: ['cart'] };
    visitor.send(startFrame({ skill, reason }));
    const { conversationId } = await visitor.next('started');
    visitor.send(textMessage(conversationId, 'anybody there?'));
    await visitor.next('ack');
    const { preview } = await ada.next('offered');
    expect(preview).toMatchObject({ visitorId: 'visitor-7', reason });
    ada.send({ type: 'accept', conversationId });
    const { conversation } = await ada.next('assigned');
    expect(conversation).toMatchObject({ unread: 1, site: 'acme' });
    expect(conversation.preview.lastText).toBe('anybody there?');
    const tab = await open.greeted(token);
    visitor.send({ type: 'typing', conversationId, active: true });
    expect(await ada.next('typing')).toMatchObject({ active: true });
    expect(await tab.next('typing')).toMatchObject({
      from: { role: 'consumer' },
    });
    ada.send({ type: 'read', conversationId, seq: 99 });
    expect(await visitor.next('read')).toMatchObject({ seq: 2 });
    const page = { url: 'https://shop.example/pay', title: 'Pay' };
    visitor.send({ type: 'page', conversationId, page });
    expect(await ada.next('page')).toMatchObject({ page });
    expect(visitor.frames.some(({ type }) => type === 'typing')).toBe(false);
    const back = await open.greeted(token);
    const welcome = back.frames.find((frame) => frame.type === 'welcome');
    expect(welcome).toMatchObject({
      visitorId: 'visitor-7',
      conversations: [{ conversationId, readSeq: 2, lastSeq: 2, skill }],
    });
    await Promise.all(
      [visitor, tab, back, ada].map((client) => client.close()),
    );
  });

  it('[GH25] how far each side got and read is kept, and told after a reconnect', async () => {
    const { visitor, agent, cookie, conversationId } = await open.talking();
    const tab = await open.greeted(visitor.token);
    visitor.send(textMessage(conversationId, 'one'));
    await visitor.next('ack');
    agent.send({ type: 'delivered', conversationId, seq: 99 });
    const delivered = { from: { role: 'agent' }, seq: 2 };
    for (const side of [visitor, tab])
      expect(await side.next('delivered')).toMatchObject(delivered);
    agent.send(textMessage(conversationId, 'two'));
    await agent.next('ack');
    visitor.send({ type: 'delivered', conversationId, seq: 3 });
    // Of the past, and said twice: neither is news.
    visitor.send({ type: 'delivered', conversationId, seq: 1 });
    visitor.send({ type: 'delivered', conversationId, seq: 3 });
    visitor.send({ type: 'read', conversationId, seq: 2 });
    expect(await agent.next('delivered')).toMatchObject({
      from: { role: 'consumer' },
      seq: 3,
    });
    expect(await agent.next('read')).toMatchObject({ seq: 2 });
    expect(
      agent.frames.filter((each) => each.type === 'delivered'),
    ).toHaveLength(1);
    const back = await open.visitor();
    back.send({ type: 'hello', token: visitor.token });
    expect(await back.next('welcome')).toMatchObject({
      conversations: [{ conversationId, readSeq: 0, deliveredSeq: 2 }],
    });
    const desk = await open.agent(cookie);
    expect(await desk.next('welcome')).toMatchObject({
      conversations: [{ conversationId, readSeq: 2, deliveredSeq: 3 }],
    });
    // What is read was delivered.
    desk.send({ type: 'read', conversationId, seq: 2 });
    await back.next('read');
    const last = await open.visitor();
    last.send({ type: 'hello', token: visitor.token });
    expect(await last.next('welcome')).toMatchObject({
      conversations: [{ conversationId, readSeq: 2, deliveredSeq: 2 }],
    });
    await Promise.all(
      [visitor, tab, back, last, agent, desk].map((side) => side.close()),
    );
  });

  it('[DL1] a reader that comes back gets what it missed, in order', async () => {
    const visitor = await open.greeted();
    visitor.send(startFrame());
    const { conversationId } = await visitor.next('started');
    for (const text of ['one', 'two', 'three'])
      visitor.send(textMessage(conversationId, text));
    await visitor.next('ack', ({ seq }) => seq === 3);
    await visitor.close();
    const back = await open.visitor();
    back.send({
      type: 'hello',
      token: visitor.token,
      resume: [{ conversationId, after: 1 }],
    });
    const welcome = await back.next('welcome');
    expect(welcome.conversations).toMatchObject([
      { conversationId, lastSeq: 3, state: 'queued' },
    ]);
    await back.next('event', ({ seq }) => seq === 3);
    expect(seqsOf(back.frames)).toEqual([2, 3]);
    back.send({ type: 'resume', conversationId, after: 0 });
    await back.next('event', ({ seq }) => seq === 1);
    await back.next('event', ({ seq }) => seq === 3);
    expect(seqsOf(back.frames)).toEqual([2, 3, 1, 2, 3]);
    await back.close();
  });

  it('[DL1] all readers get the same events without gaps, whoever writes', async () => {
    const { visitor, agent, cookie, conversationId } = await open.talking();
    const tab = await open.greeted(visitor.token);
    const desk = await open.agent(cookie);
    await desk.next('welcome');
    const writers = [visitor, agent, tab, desk];
    const each = 25;
    for (let round = 0; round < each; round += 1)
      for (const writer of writers)
        writer.sendText(
          JSON.stringify(textMessage(conversationId, `text ${round}`)),
        );
    const lastSeq = 1 + each * writers.length;
    const expected = Array.from({ length: lastSeq - 1 }, (_, at) => at + 2);
    for (const { next, frames } of [visitor, tab]) {
      await next('event', ({ seq }) => seq === lastSeq);
      expect(seqsOf(frames).filter((seq) => seq > 1)).toEqual(expected);
    }
    for (const { next, frames } of [agent, desk]) {
      await next('event', ({ seq }) => seq === lastSeq);
      expect(seqsOf(frames).filter((seq) => seq > 1)).toEqual(expected);
    }
    await Promise.all(writers.map((client) => client.close()));
  });

  it('[DL2] the same clientId is stored once, and acknowledged alike', async () => {
    const { visitor, agent, conversationId } = await open.talking();
    const tab = await open.greeted(visitor.token);
    const clientId = randomUUID();
    const message = textMessage(conversationId, 'once', clientId);
    for (const client of [visitor, tab, visitor, tab]) client.send(message);
    const acks = await Promise.all(
      [visitor, tab, visitor, tab].map((client) => client.next('ack')),
    );
    expect(acks.map(({ seq }) => seq)).toEqual([2, 2, 2, 2]);
    expect(new Set(acks.map(({ at }) => at)).size).toBe(1);
    // Another author may use the same.
    agent.send(message);
    expect(await agent.next('ack')).toMatchObject({ seq: 3 });
    await Promise.all([visitor, tab, agent].map((client) => client.close()));
  });

  it('[DL2] the same request starts one conversation', async () => {
    const visitor = await open.greeted();
    const frame = startFrame({ skill: 'once' });
    visitor.send(frame);
    visitor.send(frame);
    const first = await visitor.next('started');
    const second = await visitor.next('started');
    expect(second.conversationId).toBe(first.conversationId);
    await visitor.close();
  });

  it('[DP1] what a visitor sends is masked before it is stored', async () => {
    const visitor = await open.greeted();
    const card = '4111 1111 1111 1111';
    const url = 'https://shop.example/?card=4111111111111111';
    const page = { url, title: `Card ${card}` };
    visitor.send(
      startFrame({ page, journey: [{ ...page, at: 1 }], skill: 'masked' }),
    );
    const { conversationId } = await visitor.next('started');
    visitor.send(textMessage(conversationId, `it is ${card}`));
    const event = await visitor.next('event');
    expect(event.body).toMatchObject({
      content: { text: 'it is **** **** **** ****' },
    });
    visitor.send({ type: 'page', conversationId, page });
    const ada = await open.agent(
      await open.addAgent(randomUUID(), { skills: ['masked'] }),
    );
    const { queue } = await ada.next('welcome');
    expect(JSON.stringify(queue)).toContain('****************');
    expect(JSON.stringify(queue)).not.toMatch(/4111/);
    await Promise.all([visitor, ada].map((client) => client.close()));
  });
});

const seqsOf = (frames: readonly { type: string }[]): readonly number[] =>
  frames.flatMap((frame) =>
    frame.type === 'event' && 'seq' in frame ? [Number(frame.seq)] : [],
  );

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BACKENDS } from './testing/backends.ts';
import { textMessage } from './testing/talk-client.ts';
import { useTalk } from './testing/use-talk.ts';

describe.each(BACKENDS)('on %s', { timeout: 30_000 }, (backend) => {
  const open = useTalk(backend, { BECKON_AVAILABILITY: '{}' });

  const availability = async (skill: string): Promise<string> => {
    const answer = await fetch(
      `${open.url}/v1/sites/acme/availability?skills=${skill}`,
    );
    const { skills } = (await answer.json()) as {
      skills: Record<string, string>;
    };
    return skills[skill] ?? 'nothing';
  };
  const settle = (settings: object): Promise<Response> =>
    open.admin('PUT', '/v1/sites/acme/settings', settings);

  it('[RT1] two agents never hold the same conversation', async () => {
    const skill = randomUUID();
    const agents = [await open.agentWith(skill), await open.agentWith(skill)];
    for (let round = 0; round < 3; round += 1) {
      const { conversationId, close } = await open.waiting(skill);
      const isIt = (of: { readonly conversationId?: string }): boolean =>
        of.conversationId === conversationId;
      for (const { next } of agents) await next('offered', isIt);
      for (const { send } of agents) send({ type: 'accept', conversationId });
      const outcomes = await Promise.all(
        agents.map(({ next }) =>
          Promise.race([
            // Who lost goes on waiting, and must take no later round's.
            next('assigned', (each) => isIt(each.conversation)).then(
              () => 'assigned',
            ),
            next('problem', isIt).then(({ code }) => code),
          ]),
        ),
      );
      expect([...outcomes].sort()).toEqual(['assigned', 'conversation-taken']);
      await close();
    }
    await Promise.all(agents.map(({ close }) => close()));
  });

  it('[RT1] where a site assigns, it goes to the least busy one', async () => {
    await settle({ routing: 'assign' });
    const skill = randomUUID();
    const small = await open.agentWith(skill, { maxConversations: 2 });
    const large = await open.agentWith(skill, { maxConversations: 4 });
    const takers: string[] = [];
    for (let round = 0; round < 6; round += 1) {
      open.clock.at += 1000;
      const { next, close } = await open.waiting(skill);
      const { agent } = await next('state', ({ state }) => state === 'active');
      takers.push(agent?.id === small.agentId ? 'small' : 'large');
      await close();
    }
    expect(takers.filter((taker) => taker === 'small')).toHaveLength(2);
    expect(takers.filter((taker) => taker === 'large')).toHaveLength(4);
    const waiting = await open.waiting(skill);
    expect(await waiting.next('state')).toMatchObject({ place: 1 });
    await Promise.all([small, large, waiting].map(({ close }) => close()));
    await settle({});
  });

  it('[RT2] an agent has at most so many, and nobody offline is offered any', async () => {
    const skill = randomUUID();
    const agent = await open.agentWith(skill, { maxConversations: 1 });
    const first = await open.waiting(skill);
    agent.send({ type: 'accept', conversationId: first.conversationId });
    await agent.next('assigned');
    const second = await open.waiting(skill);
    agent.send({ type: 'accept', conversationId: second.conversationId });
    expect(await agent.next('problem')).toMatchObject({ code: 'at-capacity' });
    agent.send({ type: 'end', conversationId: first.conversationId });
    await agent.next(
      'offered',
      (offer) => offer.conversationId === second.conversationId,
    );
    agent.send({ type: 'status', state: 'away' });
    await agent.next(
      'withdrawn',
      (gone) => gone.conversationId === second.conversationId,
    );
    await agent.next('status', ({ state }) => state === 'away');
    await Promise.all([agent, first, second].map(({ close }) => close()));
  });

  it('[RT2] an agent that comes back in time keeps its conversations', async () => {
    const { visitor, agent, cookie, conversationId } = await open.talking();
    await agent.close();
    open.clock.at += 59_000;
    const back = await open.agent(cookie);
    const { conversations } = await back.next('welcome');
    expect(conversations).toMatchObject([{ conversationId, state: 'active' }]);
    open.clock.at += 60_000;
    visitor.send(textMessage(conversationId, 'still there?'));
    await back.next('event');
    await Promise.all([visitor, back].map((client) => client.close()));
  });

  it('[RT2] what a lost agent had goes to the head of the queue, with a note', async () => {
    const { visitor, agent, conversationId, skill } = await open.talking();
    const waiting = await open.waiting(skill);
    await waiting.next('state', ({ place }) => place === 1);
    await agent.close();
    // The database has it that the agent is gone.
    await expect.poll(() => availability(skill)).toBe('offline');
    open.clock.at += 61_000;
    expect(await visitor.next('event')).toMatchObject({
      body: { kind: 'left', why: 'lost' },
    });
    await visitor.next('state', ({ place }) => place === 1);
    await waiting.next('state', ({ place }) => place === 2);
    const other = await open.agentWith(skill);
    other.send({ type: 'accept', conversationId });
    await other.next('assigned');
    other.send({ type: 'resume', conversationId, after: 0 });
    expect(await other.next('note')).toMatchObject({
      noteSeq: 1,
      from: { role: 'system' },
    });
    await Promise.all([visitor, waiting, other].map(({ close }) => close()));
  });

  it('[RT3] a skill is online, busy or offline as its agents are', async () => {
    const skill = randomUUID();
    expect(await availability(skill)).toBe('offline');
    const agent = await open.agentWith(skill, { maxConversations: 1 });
    expect(await availability(skill)).toBe('online');
    const visitor = await open.waiting(skill);
    await agent.next('offered');
    expect(await availability(skill)).toBe('busy');
    agent.send({ type: 'accept', conversationId: visitor.conversationId });
    await agent.next('assigned');
    await expect.poll(() => availability(skill)).toBe('busy');
    agent.send({ type: 'end', conversationId: visitor.conversationId });
    await expect.poll(() => availability(skill)).toBe('online');
    await settle({
      openingHours: { [skill]: { timeZone: 'Europe/Berlin', days: {} } },
    });
    expect(await availability(skill)).toBe('offline');
    await settle({});
    await agent.close();
    await expect.poll(() => availability(skill)).toBe('offline');
    await visitor.close();
  });

  it('[RT4] an agent hands over to a skill, with a note', async () => {
    const { visitor, agent, conversationId } = await open.talking();
    const skill = randomUUID();
    const expert = await open.agentWith(skill);
    agent.send({
      type: 'transfer',
      conversationId,
      toSkill: skill,
      note: 'Wants a refund.',
    });
    const kinds = [
      (await visitor.next('event')).body.kind,
      (await visitor.next('event')).body.kind,
    ];
    expect(kinds).toEqual(['transferred', 'left']);
    await expert.next('offered');
    expert.send({ type: 'accept', conversationId });
    await expert.next('assigned');
    expert.send({ type: 'resume', conversationId, after: 0 });
    expect(await expert.next('note')).toMatchObject({
      text: 'Wants a refund.',
    });
    agent.send(textMessage(conversationId, 'me again'));
    expect(await agent.next('problem')).toMatchObject({
      code: 'unknown-conversation',
    });
    await Promise.all([visitor, agent, expert].map(({ close }) => close()));
  });

  it('[RT4, GH23] what is handed to an agent waits for it, and then for all', async () => {
    const { visitor, agent, conversationId, skill } = await open.talking();
    const [meant, other] = [
      await open.agentWith('none'),
      await open.agentWith(skill),
    ];
    const toAgent = meant.agentId;
    agent.send({ type: 'transfer', conversationId, toAgent });
    await meant.next('offered');
    other.send({ type: 'accept', conversationId });
    expect(await other.next('problem')).toMatchObject({
      code: 'conversation-taken',
    });
    open.clock.at += 61_000;
    await other.next('offered');
    agent.send({ type: 'transfer', conversationId, toAgent: 'nobody' });
    expect(await agent.next('problem')).toMatchObject({
      code: 'unknown-target',
    });
    await Promise.all(
      [visitor, agent, meant, other].map(({ close }) => close()),
    );
  });

  it('[RT1] who declines is not offered it again; notes are the agents’ own', async () => {
    const { visitor, agent, conversationId, skill } = await open.talking();
    const waiting = await open.waiting(skill);
    await agent.next('offered');
    agent.send({ type: 'decline', conversationId: waiting.conversationId });
    await agent.next('withdrawn');
    const note = {
      type: 'note',
      conversationId,
      clientId: 'n',
      text: 'VIP',
    } as const;
    agent.send(note);
    agent.send(note);
    expect((await agent.next('note')).noteSeq).toBe(1);
    expect((await agent.next('note')).noteSeq).toBe(1);
    agent.send({ ...note, clientId: 'm' });
    expect((await agent.next('note')).noteSeq).toBe(2);
    visitor.send({ type: 'ping', n: 1 });
    await visitor.next('pong');
    expect(JSON.stringify(visitor.frames)).not.toContain('VIP');
    await Promise.all([visitor, agent, waiting].map(({ close }) => close()));
  });
});

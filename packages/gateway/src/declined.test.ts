import { describe, expect, it, vi } from 'vitest';
import { BACKENDS } from './testing/backends.ts';
import { useTalk } from './testing/use-talk.ts';

describe.each(BACKENDS)('on %s', { timeout: 30_000 }, (backend) => {
  const open = useTalk(backend, { BECKON_AVAILABILITY: '{}' });

  it('[GH23] handed to a skill that nobody else has, it comes back after 30 s', async () => {
    const { visitor, agent, conversationId, skill } = await open.talking();
    agent.send({ type: 'transfer', conversationId, toSkill: skill });
    await visitor.next('event', ({ body }) => body.kind === 'left');
    agent.send({ type: 'ping', n: 1 });
    await agent.next('pong');
    const isIt = (of: { readonly conversationId: string }): boolean =>
      of.conversationId === conversationId;
    const offers = () =>
      agent.frames.filter((frame) => frame.type === 'offered' && isIt(frame));
    const withdrawals = () =>
      agent.frames.filter((frame) => frame.type === 'withdrawn' && isIt(frame))
        .length;
    // The one before it was taken.
    expect(offers()).toHaveLength(1);
    open.clock.at += 30_000;
    await agent.next('offered', isIt);
    // A slow look may have told of one before: of what was taken, and given away.
    const gone = withdrawals();
    agent.send({ type: 'decline', conversationId });
    await vi.waitFor(() => expect(withdrawals()).toBe(gone + 1), 10_000);
    open.clock.at += 30_000;
    await agent.next('offered', isIt);
    agent.send({ type: 'accept', conversationId });
    await agent.next('assigned');
    // Where somebody else could take it, the giver is not asked again.
    const other = await open.agentWith(skill);
    agent.send({ type: 'transfer', conversationId, toSkill: skill });
    await other.next('offered', isIt);
    open.clock.at += 60_000;
    const before = offers().length;
    other.send({ type: 'decline', conversationId });
    await other.next('withdrawn', isIt);
    await agent.next('offered', isIt);
    expect(offers()).toHaveLength(before + 1);
    agent.send({ type: 'transfer', conversationId, toSkill: 'nobody has it' });
    expect(await agent.next('problem')).toMatchObject({
      code: 'unknown-target',
    });
    await Promise.all([visitor, agent, other].map(({ close }) => close()));
  });
});

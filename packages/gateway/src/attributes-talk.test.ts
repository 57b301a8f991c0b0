import { randomUUID } from 'node:crypto';
import type { EngagementAttribute } from '@beckon/schema/types';
import { describe, expect, it } from 'vitest';
import { BACKENDS } from './testing/backends.ts';
import { useTalk } from './testing/use-talk.ts';
import { SITE } from './testing/workspace.ts';

const CART = { type: 'cart', total: 42 } as const;
const CARD = '4111 1111 1111 1111';

const MASKED_SITE = { ...SITE, masking: { attributes: ['error.message'] } };

describe.each(BACKENDS)('on %s', { timeout: 30_000 }, (backend) => {
  const open = useTalk(
    backend,
    { BECKON_AVAILABILITY: '{}', BECKON_MESSAGES_PER_CONSUMER: '20' },
    { prepare: ({ write }) => write('sites/acme/site.json', MASKED_SITE) },
  );
  const report = (
    conversationId: string,
    attributes: readonly EngagementAttribute[],
    clientId: string = randomUUID(),
  ) => ({ type: 'attributes', conversationId, clientId, attributes }) as const;

  it('[GH28] what the site reports later is acknowledged, shown at once, and kept', async () => {
    const { visitor, agent, cookie, conversationId } = await open.talking();
    const given = report(conversationId, [CART]);
    visitor.send(given);
    const { clientId } = given;
    expect(await visitor.next('ack')).toMatchObject({ clientId, seq: 0 });
    expect(await agent.next('attributes')).toEqual({
      type: 'attributes',
      conversationId,
      attributes: [CART],
    });
    // A reload of the console.
    const desk = await open.agent(cookie);
    const { conversations } = await desk.next('welcome');
    expect(conversations).toMatchObject([{ preview: { attributes: [CART] } }]);
    // Somebody else takes it.
    const skill = randomUUID();
    const other = await open.agentWith(skill);
    agent.send({ type: 'transfer', conversationId, toSkill: skill });
    const { preview } = await other.next('offered');
    expect(preview.attributes).toEqual([CART]);
    await Promise.all(
      [visitor, agent, desk, other].map(({ close }) => close()),
    );
  });

  it('[GH28] the same list is acknowledged, and is no news', async () => {
    const { visitor, agent, conversationId } = await open.talking();
    for (const attributes of [
      [CART],
      [{ total: 42, type: 'cart' }],
      [],
    ] as const)
      visitor.send(report(conversationId, attributes));
    for (let count = 0; count < 3; count += 1) await visitor.next('ack');
    await agent.next('attributes', ({ attributes }) => !attributes.length);
    const news = agent.frames.filter(({ type }) => type === 'attributes');
    expect(news).toHaveLength(2);
    await Promise.all([visitor, agent].map(({ close }) => close()));
  });

  it('[GH28, DP1] what the site lists is masked again', async () => {
    const { visitor, agent, conversationId } = await open.talking();
    const message = `declined: ${CARD}`;
    visitor.send(report(conversationId, [{ type: 'error', message }]));
    expect((await agent.next('attributes')).attributes).toEqual([
      { type: 'error', message: 'declined: **** **** **** ****' },
    ]);
    await Promise.all([visitor, agent].map(({ close }) => close()));
  });

  it('[GH28] whom it is offered to sees what is reported meanwhile', async () => {
    const skill = randomUUID();
    const agent = await open.agentWith(skill);
    const { conversationId, ...visitor } = await open.waiting(skill);
    await agent.next('offered');
    visitor.send(report(conversationId, [CART]));
    const { preview } = await agent.next('offered');
    expect(preview.attributes).toEqual([CART]);
    await Promise.all([visitor, agent].map(({ close }) => close()));
  });

  it('[GW4] reports come as often as messages, and no more', async () => {
    const { conversationId, ...visitor } = await open.waiting(randomUUID());
    const frames = Array.from({ length: 21 }, (_, total) =>
      report(conversationId, [{ type: 'cart', total }]),
    );
    for (const frame of frames) visitor.send(frame);
    expect(await visitor.next('problem')).toMatchObject({
      code: 'rate-limited',
      clientId: frames[20]?.clientId,
    });
    await visitor.close();
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BACKENDS } from './testing/backends.ts';
import { useTalk } from './testing/use-talk.ts';
import { SITE } from './testing/workspace.ts';

const [CAMPAIGN] = SITE.campaigns;
const [ENGAGEMENT] = CAMPAIGN?.engagements ?? [];

const NAMED_SITE = {
  ...SITE,
  behaviors: {
    hesitates: {
      all: [{ type: 'time-on-entry-point', entryPoints: ['cart'], seconds: 9 }],
    },
  },
  campaigns: [
    {
      ...CAMPAIGN,
      name: 'Care for the cart',
      engagements: [
        {
          ...ENGAGEMENT,
          name: 'Who hesitates at the cart',
          entryPoints: ['cart'],
          behaviors: ['hesitates'],
        },
      ],
    },
  ],
};

describe.each(BACKENDS)('on %s', { timeout: 30_000 }, (backend) => {
  const open = useTalk(
    backend,
    { BECKON_AVAILABILITY: '{}' },
    { prepare: ({ write }) => write('sites/acme/site.json', NAMED_SITE) },
  );

  it('[GH29, CO5] agents read the site’s names, and visitors never', async () => {
    const skill = randomUUID();
    const agent = await open.agentWith(skill);
    const reason = { engagement: 'cart-help', held: ['anything at all'] };
    const visitor = await open.waiting(skill, { reason });
    const { preview } = await agent.next('offered');
    expect(preview.reason).toEqual({
      engagement: 'cart-help',
      engagementName: 'Who hesitates at the cart',
      campaign: 'sales',
      campaignName: 'Care for the cart',
      held: ['cart', 'hesitates'],
    });
    agent.send({ type: 'accept', conversationId: visitor.conversationId });
    await visitor.next('event');
    const back = await open.visitor();
    back.send({ type: 'hello', token: visitor.token });
    await back.next('welcome');
    const config = await (await open.ask('/v1/sites/acme/config')).text();
    const seen = JSON.stringify([visitor.frames, back.frames, config]);
    expect(seen).not.toMatch(/hesitates|Care for/);
    await Promise.all([visitor, back, agent].map(({ close }) => close()));
  });
});

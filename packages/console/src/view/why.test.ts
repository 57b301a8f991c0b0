// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { drawDesk } from '../testing/draw-desk.ts';
import { conversation, preview, welcome } from '../testing/people.ts';

test('[CS18] the engagement is called by its name', async () => {
  const reason = {
    engagement: 'help-17',
    engagementName: 'Help with the cart',
    campaign: 'c-4',
    campaignName: 'Care for the cart',
    held: ['cart'],
  };
  const queue = [
    conversation('q', { state: 'queued', preview: preview({ reason }) }),
  ];
  const desk = await drawDesk([welcome({ queue })]);
  expect(desk.root.textContent).toContain('Help with the cart');
  await desk.does(() => desk.model.actions.select('q'));
  expect(desk.root.textContent).toContain('Care for the cart');
  expect(desk.root.textContent).not.toContain('help-17');
});

import type { Page } from 'playwright';
import type { Pacer } from './pacer.ts';

/**
 * The pointer goes up and out of the page, fast enough for every sensitivity
 * that a journey asks for (BC4), and comes back later.
 */
export async function leave(page: Page, pacer: Pacer): Promise<void> {
  const { mouse } = page;
  await mouse.move(300, 400);
  await pacer.settle();
  for (const y of [300, 150, 40]) await mouse.move(300, y);
  await mouse.move(300, -10);
  await pacer.settle();
  await mouse.move(300, 400);
}

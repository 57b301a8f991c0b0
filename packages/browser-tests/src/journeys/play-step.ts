import type { Journey, JourneyStep } from '@beckon/cli';
import type { Page } from 'playwright';
import type { Visitor } from '../harness/describe-engines.ts';
import { spot } from '../harness/offers.ts';
import { leave } from './leave.ts';
import type { Pacer } from './pacer.ts';

/** Who plays a journey: a visitor with tabs, and a clock that is theirs. */
export interface Player {
  readonly visitor: Visitor;
  readonly pacer: Pacer;
  /** Open tabs, by the journey's names for them. */
  readonly pages: Map<string, Page>;
  /** Tells the gateway who is at work. */
  readonly setAvailability: (
    skills: Readonly<Record<string, string>>,
  ) => Promise<void>;
}

/**
 * Does on a page what a step says.
 *
 * @returns The step as it came to be, with the title and language that the page
 *   has.
 */
export async function playStep(
  player: Player,
  step: JourneyStep,
  { visitor }: Journey,
): Promise<JourneyStep> {
  const { action, tab, index } = step;
  const page = player.pages.get(tab) ?? (await openTab(player, tab));
  switch (action.type) {
    case 'page': {
      await openPage(player, page, action.url, index ? '' : visitor.referrer);
      const { sections } = action;
      if (sections) await command(page, 'page', { sections });
      return { ...step, action: { ...action, ...(await readPage(page)) } };
    }
    case 'attributes':
      await command(page, 'attributes', action.attributes);
      return step;
    case 'offer':
      await touch(page, action.engagement, action.phase);
      return step;
    case 'leave-intent':
      await leave(page, player.pacer);
      return step;
    case 'availability':
      await player.setAvailability(action.skills);
      return step;
    case 'close':
      await page.close();
      player.pages.delete(tab);
      return step;
    case 'expect':
      return step;
    case 'conversation':
    case 'consent':
    case 'geo':
    case 'input':
    case 'tab':
    case 'title':
      throw new Error(`No page plays ${action.type} yet.`);
    default:
      throw new Error(action satisfies never);
  }
}

export async function openPage(
  { pacer }: Player,
  page: Page,
  url: string,
  referer = '',
): Promise<void> {
  await page.goto(url, referer ? { referer } : {});
  await pacer.settle();
}

async function openTab(player: Player, tab: string): Promise<Page> {
  const page = await player.visitor.context.newPage();
  player.pages.set(tab, page);
  return page;
}

function readPage(page: Page): Promise<{ title: string; lang: string }> {
  return page.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
  }));
}

type Beckon = (name: string, given: unknown) => void;

function command(page: Page, name: string, given: unknown): Promise<void> {
  return page.evaluate(
    ([of, value]) =>
      (window as unknown as { beckon: Beckon }).beckon(of, value),
    [name, given] as const,
  );
}

async function touch(page: Page, id: string, phase: string): Promise<void> {
  if (phase !== 'click' && phase !== 'decline')
    throw new Error(`No visitor can do ${phase}.`);
  // While the clock stands still so do animations, which a real click waits for.
  await spot(page, id, phase === 'click' ? 'click' : 'close').dispatchEvent(
    'click',
  );
}

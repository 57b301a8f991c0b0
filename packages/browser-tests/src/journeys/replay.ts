import type { Journey, JourneyStep, StepDecision } from '@beckon/cli';
import type { Page } from 'playwright';
import type { Arrive } from '../harness/describe-engines.ts';
import { createPacer } from './pacer.ts';
import { openPage, playStep, type Player } from './play-step.ts';
import { optionsOf } from './visitor-options.ts';

/** What a browser showed after a step, by tab. */
export type Shown = Readonly<Record<string, ShownTab>>;

export interface ShownTab {
  /** Ids of the engagements that stand. */
  readonly offers: readonly string[];
  /** Ids of the elements that the page has. */
  readonly containers: readonly string[];
}

export interface Replay {
  readonly visitorId: string;
  /** With what the pages said of themselves: titles, languages. */
  readonly journey: Journey;
  readonly shown: readonly Shown[];
}

export interface ReplayOptions {
  readonly arrive: Arrive;
  readonly setAvailability: (
    skills: Readonly<Record<string, string>>,
  ) => Promise<void>;
  /** Asked after the first page: false gives the visit up. */
  readonly fits: (visitorId: string) => boolean;
}

const DAY_MS = 86_400_000;

/**
 * Plays a journey in a browser whose clock stands still between its steps.
 *
 * @returns Undefined when the visitor did not fit.
 */
export async function replay(
  journey: Journey,
  { arrive, setAvailability, fits }: ReplayOptions,
): Promise<Replay | undefined> {
  const visitor = await arrive(optionsOf(journey.visitor));
  const { context, page } = visitor;
  // The documents alone: the journey says what is reported.
  await context.route('**/shop.js', (route) => route.abort());
  const { previousVisits } = journey.visitor;
  const beginsAt = journey.startAt - previousVisits * DAY_MS;
  const pacer = await createPacer(context, beginsAt);
  await setAvailability(journey.availability);
  const pages = new Map([['tab1', page]]);
  const player: Player = { visitor, pacer, setAvailability, pages };
  for (let visit = 0; visit < previousVisits; visit++) {
    await pacer.goTo(beginsAt + visit * DAY_MS);
    await openPage(player, page, firstUrl(journey));
  }
  const steps: JourneyStep[] = [];
  const shown: Shown[] = [];
  let visitorId = '';
  for (const step of journey.steps) {
    await pacer.goTo(step.at);
    steps.push(await playStep(player, step, journey));
    await pacer.settle();
    shown.push(await look(player));
    visitorId ||= await readVisitorId(page);
    if (shown.length === 1 && !fits(visitorId)) return undefined;
  }
  return { visitorId, journey: { ...journey, steps }, shown };
}

function firstUrl({ steps: [first] }: Journey): string {
  if (first?.action.type === 'page') return first.action.url;
  throw new Error('The journey begins with no page.');
}

async function look({ pages }: Player): Promise<Shown> {
  const shown: Record<string, ShownTab> = {};
  for (const [tab, page] of pages) {
    shown[tab] = await page.evaluate(() => ({
      // Hidden ones too: what an open window hides holds its place (SL4).
      offers: [...document.querySelectorAll<HTMLElement>('[data-beckon-offer]')]
        .map(({ dataset }) => dataset['beckonOffer'] ?? '')
        .sort(),
      containers: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    }));
  }
  return shown;
}

/** The first part of the first-party cookie (ST4). */
async function readVisitorId(page: Page): Promise<string> {
  const cookies = await page.context().cookies(page.url());
  const cookie = cookies.find(({ name }) => name === 'beckon-fernway');
  return cookie?.value.split('.')[0] ?? '';
}

const ZONES_OF_ALL = ['left', 'right', 'proactive'];

/**
 * What the simulator has standing, by tab: but in containers that the page does
 * not have, which it takes to be there (JR6).
 */
export function expectedOf(
  { tabs }: StepDecision,
  shown: Shown,
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(tabs).map(([tab, { offers }]) => [
      tab,
      Object.entries(offers)
        .filter(
          ([zone]) =>
            ZONES_OF_ALL.includes(zone) ||
            shown[tab]?.containers.includes(zone),
        )
        .map(([, id]) => id)
        .sort(),
    ]),
  );
}

/** What the browser showed, in the same form. */
export function offersOf(shown: Shown): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(shown).map(([tab, { offers }]) => [tab, offers]),
  );
}

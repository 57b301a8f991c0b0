import type { Availability, VisitEvent } from '@beckon/schema/types';
import {
  CITIES,
  COUNTRIES,
  IPS,
  LANGUAGES,
  REGIONS,
  SKILLS,
  ZONES,
} from './alphabet.ts';
import { makeAttribute } from './attributes.ts';
import { maybe } from './behaviors.ts';
import type { Site } from './config.ts';
import {
  planCompletion,
  planNewTab,
  planPage,
  planTitle,
  type BrowsedTab,
} from './pages.ts';
import type { Random } from './random.ts';
import type { Planned } from './run.ts';

/** A visitor at the browser, as far as making the next event needs it. */
export interface Browsing {
  readonly random: Random;
  /** Epoch ms, by the visitor's clock, which may jump. */
  at: number;
  readonly start: number;
  readonly tabs: BrowsedTab[];
  opened: number;
  readonly engagements: readonly string[];
}

const MAX_TABS = 3;

export function createBrowsing(
  random: Random,
  start: number,
  { config }: Site,
): Browsing {
  const engagements = config.campaigns.flatMap((campaign) =>
    campaign.engagements.map((each) => each.id),
  );
  return {
    random,
    at: start,
    start,
    tabs: [],
    opened: 0,
    engagements: [...engagements, 'unknown'],
  };
}

/** How a visit begins: what the browser says, who answers, mostly a page. */
export function planFirst(browsing: Browsing): readonly VisitEvent[] {
  const { random } = browsing;
  return [
    planVisitor(browsing, 1),
    planAvailability(browsing, 0.8),
    // EN3: an activity may come before any page.
    ...(random.chance(0.05) ? [planAttribute(browsing, 'tab-1')] : []),
    planNewTab(browsing),
    planGeo(browsing),
  ];
}

export function planNext(browsing: Browsing): Planned {
  const { random, tabs } = browsing;
  if (tabs.length === 0) return planNewTab(browsing);
  const { name } = random.pick(tabs);
  return random.weighted<Planned>([
    [20, () => planPage(browsing, name)],
    [4, () => planCompletion(browsing)],
    [3, () => planTitle(browsing)],
    [tabs.length < MAX_TABS ? 4 : 0, () => planNewTab(browsing)],
    [28, () => planAttribute(browsing, name)],
    [8, () => planTab(browsing)],
    [2, () => ({ type: 'input', at: browsing.at, tab: name })],
    [8, () => planLeave(browsing, name)],
    [16, () => planOffer(browsing)],
    [3, () => planConversation(browsing, name)],
    [2, () => planVisitor(browsing, 0.5)],
    [4, () => planAvailability(browsing, 0.5)],
    [5, () => planGeo(browsing)],
    [1, () => ({ type: 'tick', at: browsing.at })],
  ]);
}

function planAttribute({ random, at, start }: Browsing, tab: string) {
  const attribute = makeAttribute(random, start);
  return { type: 'attribute', at, tab, attribute } as const;
}

function planTab({ random, at, tabs }: Browsing): VisitEvent {
  const tab = random.pick(tabs);
  if (random.chance(0.12)) {
    tabs.splice(tabs.indexOf(tab), 1);
    return { type: 'tab', at, tab: tab.name, state: 'closed' };
  }
  tab.visible = random.chance(0.95) ? !tab.visible : tab.visible;
  const state = tab.visible ? 'visible' : 'hidden';
  return { type: 'tab', at, tab: tab.name, state };
}

const SIZES = {
  pointer: [0, 0.49, 0.5, 1, 2],
  scroll: [0.59, 0.6, 1, 1.5],
  return: [1, 2, 5, 10],
  model: [0.3, 0.4, 0.6, 0.8, 0.9],
} as const;

function planLeave({ random, at }: Browsing, tab: string): VisitEvent {
  const sign = random.pick(['pointer', 'scroll', 'return', 'model']);
  const size = random.pick<number>(SIZES[sign]);
  return { type: 'leave', at, tab, sign, size };
}

function planOffer({ random, at, tabs, engagements }: Browsing): Planned {
  const { name: tab, visible } = random.pick(tabs);
  // Nobody sees, clicks or declines an offer in a hidden tab (SL4).
  const phase = visible
    ? random.weighted([
        [5, () => 'impression' as const],
        [2, () => 'click' as const],
        [1.2, () => 'decline' as const],
        [2, () => 'interact' as const],
        [1, () => 'remove' as const],
      ])
    : 'remove';
  if (random.chance(0.8)) {
    return { type: 'standing-offer', at, tab, phase, index: random.int(0, 3) };
  }
  const engagement = random.pick(engagements);
  return { type: 'offer', at, tab, engagement, phase };
}

function planConversation({ random, at }: Browsing, tab: string): VisitEvent {
  const state = random.pick(['opened', 'message', 'ended', 'ended']);
  return { type: 'conversation', at, tab, state };
}

function planVisitor({ random, at }: Browsing, share: number): VisitEvent {
  return {
    type: 'visitor',
    at,
    ...maybe(
      random,
      'platform',
      () => random.pick(['desktop', 'tablet', 'smartphone']),
      share,
    ),
    ...maybe(random, 'language', () => random.pick(LANGUAGES), share),
    ...maybe(random, 'timeZone', () => random.pick([...ZONES, '']), share),
  };
}

function planAvailability({ random, at }: Browsing, share: number): VisitEvent {
  const states: readonly Availability[] = [
    'online',
    'online',
    'busy',
    'offline',
  ];
  const named = SKILLS.filter(() => random.chance(share));
  const skills = named.map((skill) => [skill, random.pick(states)]);
  return { type: 'availability', at, skills: Object.fromEntries(skills) };
}

function planGeo({ random, at }: Browsing): VisitEvent {
  if (random.chance(0.1)) return { type: 'geo', at, geo: null };
  const geo = {
    country: random.pick(COUNTRIES),
    region: random.pick(REGIONS),
    city: random.pick(CITIES),
    ip: random.pick(IPS),
  };
  return { type: 'geo', at, geo };
}

import type {
  AuthoredCampaign,
  AuthoredConfig,
  AuthoredEngagement,
  AuthoredEntryPoint,
} from '../oracle/authored.ts';
import {
  CLOCK_CHANGES,
  SECTION_PATTERNS,
  SKILLS,
  TITLE_PATTERNS,
  URL_PATTERNS,
} from './alphabet.ts';
import { AUDIENCE_TYPES, makeAudience } from './audiences.ts';
import {
  BEHAVIOR_TYPES,
  makeBehavior,
  maybe,
  type Names,
} from './behaviors.ts';
import type { Random } from './random.ts';
import { makeSchedule } from './schedule.ts';

/** A site config, and the moment around which its schedules change. */
export interface Site {
  readonly config: AuthoredConfig;
  readonly around: number;
}

const YEAR_START = Date.parse('2026-01-01T00:00:00Z');
const MINUTES_OF_TWO_YEARS = 2 * 365 * 24 * 60;

/** Makes a small site config with a bit of everything. */
export function makeSite(random: Random): Site {
  const around = random.chance(0.4)
    ? random.pick(CLOCK_CHANGES)
    : YEAR_START + random.int(0, MINUTES_OF_TWO_YEARS) * 60_000;
  const ids = numbered('engagement', random.int(3, 12));
  const entryPoints = numbered('entry', random.int(4, 6));
  const flows = numbered('flow', random.int(1, 2));
  const names = { entryPoints, flows, engagements: ids };
  const behaviors = numbered('behavior', random.int(4, 7));
  const audiences = numbered('audience', random.int(4, 7));
  const config: AuthoredConfig = {
    version: 1,
    site: 'acme',
    entryPoints: record(entryPoints, () => makeEntryPoint(random)),
    flows: record(flows, () => ({ steps: makeSteps(random, entryPoints) })),
    behaviors: record(behaviors, () => ({
      all: random
        .some(BEHAVIOR_TYPES, 1, 2)
        .map((type) => makeBehavior(random, type, names)),
    })),
    audiences: record(audiences, () => ({
      all: random
        .some(AUDIENCE_TYPES, 1, 2)
        .map((type) => makeAudience(random, type)),
    })),
    campaigns: makeCampaigns(random, around, names, behaviors, audiences),
    ...makeSettings(random),
  };
  return { config, around };
}

function makeSettings(random: Random) {
  return {
    ...maybe(random, 'proactiveCap', () => ({
      conversation: random.pick([null, 1, 2]),
      content: random.pick([null, 1, 2]),
    })),
    ...maybe(random, 'session', () => ({
      idleMinutes: random.pick([2, 10, 30]),
      maxHours: random.pick([0.25, 1, 6]),
    })),
    ...maybe(random, 'controlGroup', () => 0.1, 0.1),
    ...maybe(random, 'ignoreParams', () => ['utm_*', 'q'], 0.2),
    ...maybe(random, 'searchParams', () => ['find'], 0.6),
    ...maybe(random, 'selection', () => 'weighted', 0.3),
  };
}

function makeEntryPoint(random: Random): AuthoredEntryPoint {
  const places = random.some(['url', 'url', 'title', 'section'], 1, 2);
  return {
    ...Object.fromEntries(places.map((place) => makePatterns(random, place))),
    ...maybe(
      random,
      'exclude',
      () =>
        Object.fromEntries([
          makePatterns(random, random.pick(['url', 'title', 'section'])),
        ]),
      0.3,
    ),
  };
}

function makePatterns(random: Random, place: 'url' | 'title' | 'section') {
  const patterns = {
    url: URL_PATTERNS,
    title: TITLE_PATTERNS,
    section: SECTION_PATTERNS,
  }[place];
  return [place, random.some(patterns, 1, place === 'url' ? 3 : 2)] as const;
}

function makeSteps(random: Random, entryPoints: readonly string[]) {
  return Array.from({ length: random.int(2, 4) }, () => ({
    entryPoint: random.pick(entryPoints),
    ...maybe(random, 'required', () => random.chance(0.4), 0.6),
  }));
}

function makeCampaigns(
  random: Random,
  around: number,
  names: Names,
  behaviors: readonly string[],
  audiences: readonly string[],
): readonly AuthoredCampaign[] {
  const count = Math.min(random.int(2, 4), names.engagements.length);
  return numbered('campaign', count).map((id, index) => ({
    id,
    name: id,
    priority: random.pick(['high', 'medium', 'low']),
    goal: { type: 'interaction' },
    ...maybe(random, 'audiences', () => random.some(audiences, 1, 3), 0.3),
    ...maybe(random, 'schedule', () => makeSchedule(random, around), 0.5),
    ...maybe(random, 'controlGroup', () => random.pick([0.1, 0.5]), 0.2),
    engagements: names.engagements
      .filter((_, each) => each % count === index)
      .map((each) => makeEngagement(random, each, names, behaviors)),
  }));
}

function makeEngagement(
  random: Random,
  id: string,
  { entryPoints }: Names,
  behaviors: readonly string[],
): AuthoredEngagement {
  return {
    id,
    ...makeKind(random),
    ...makeZone(random),
    ...maybe(random, 'entryPoints', () => random.some(entryPoints, 1, 3), 0.3),
    ...maybe(random, 'behaviors', () => random.some(behaviors, 1, 3), 0.5),
    ...maybe(
      random,
      'language',
      () => random.pick(['en', 'de', 'fr-CA', null]),
      0.3,
    ),
    ...maybe(random, 'priority', () => random.int(1, 3), 0.4),
    ...maybe(random, 'delaySeconds', () => random.pick([0.5, 3, 20, 90]), 0.4),
    ...maybe(
      random,
      'durationSeconds',
      () => random.pick([2, 10, 60, 400]),
      0.4,
    ),
    ...maybe(random, 'snoozeDays', () => random.pick([0, 0.02, 1, 2]), 0.5),
  };
}

const CREATIVE = { title: 'Need a hand?', action: 'Chat' };

function makeKind(random: Random) {
  if (random.chance(0.4)) {
    return {
      kind: 'content',
      url: 'https://shop.example/offer',
      creative: { online: CREATIVE },
    } as const;
  }
  return {
    kind: 'conversation',
    skill: random.pick(SKILLS),
    creative: {
      online: random.chance(0.9) ? CREATIVE : null,
      ...maybe(random, 'busy', () => CREATIVE),
      ...maybe(random, 'offline', () => CREATIVE, 0.3),
    },
  } as const;
}

function makeZone(random: Random) {
  return random.weighted<Pick<AuthoredEngagement, 'zone' | 'format'>>([
    [
      5,
      () => ({
        zone: 'proactive',
        format: random.pick(['toaster', 'overlay']),
      }),
    ],
    [2, () => ({ zone: 'left', format: 'sticky' })],
    [1, () => ({ zone: 'right', format: 'slide-out' })],
    [2, () => ({ zone: 'box', format: 'embedded' })],
    [1, () => ({ zone: 'frame', format: 'embedded' })],
  ]);
}

function numbered(word: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${word}-${index + 1}`);
}

function record<Value>(
  keys: readonly string[],
  make: () => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(keys.map((key) => [key, make()]));
}

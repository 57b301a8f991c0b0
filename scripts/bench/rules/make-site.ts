import {
  AUDIENCES,
  makeBehaviorCondition,
  type Names,
} from './make-conditions.ts';
import { createRandom, type Random } from './random.ts';
import type { Campaign, Engagement, Pattern, Site } from './site-types.ts';
import { ADJECTIVES, NOUNS, PAGES, SECTIONS } from './world.ts';

const ENGAGEMENTS_PER_CAMPAIGN = 10;
const ZONES = ['left', 'right', 'proactive', 'hero', 'aside', 'cart-box'];
const FORMATS: Record<string, string> = {
  left: 'sticky',
  right: 'slide-out',
  proactive: 'toaster',
};

/** Makes an authored site config of this many engagements, always the same. */
export function makeSite(count: number): Site {
  const random = createRandom(count);
  const names: Names = {
    entryPoints: numbered('p', Math.max(12, Math.round(count * 0.6))),
    flows: numbered('f', Math.max(2, Math.round(count / 40))),
    engagements: numbered('g', count),
  };
  const behaviors: Site['behaviors'] = {};
  const engagements = names.engagements.map((id, index) => {
    const own = 1 + (random.chance(0.1) ? 1 : 0);
    const keys = Array.from({ length: own }, (_, nth) => `b${index}-${nth}`);
    for (const key of keys) behaviors[key] = makeBehavior(random, names);
    return makeEngagement(random, names, id, keys);
  });
  return {
    version: 1,
    site: 'bench',
    entryPoints: Object.fromEntries(
      names.entryPoints.map((key) => [key, { url: [makePattern(random)] }]),
    ),
    flows: Object.fromEntries(
      names.flows.map((key) => [key, makeFlow(random, names)]),
    ),
    behaviors,
    audiences: Object.fromEntries(
      AUDIENCES.map((all, index) => [`a${index}`, { all: [...all] }]),
    ),
    campaigns: makeCampaigns(random, engagements),
  };
}

const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${index}`);

/** 60 % contains, 20 % exact, 20 % regular expressions. */
function makePattern(random: Random): Pattern {
  const share = random.next();
  if (share < 0.2) return { exact: random.pick(PAGES) };
  const section = random.pick(SECTIONS);
  const adjective = random.pick(ADJECTIVES);
  const noun = random.pick(NOUNS);
  if (share < 0.4) {
    const either = `(${section}|${random.pick(SECTIONS)})`;
    return random.pick([
      { regex: `^https://shop\\.example/${either}/${adjective}-` },
      { regex: `/${either}/(${adjective}|${random.pick(ADJECTIVES)})-` },
      { regex: `-(${noun}|${random.pick(NOUNS)})-1?${random.int(10)}$` },
    ]);
  }
  return random.pick([
    { contains: `/${section}/` },
    { contains: `/${section}/${adjective}` },
    { contains: `${adjective}-${noun}` },
  ]);
}

function makeFlow(random: Random, names: Names): Site['flows'][string] {
  const length = 3 + random.int(3);
  const steps = new Set<string>();
  while (steps.size < length) steps.add(random.pick(names.entryPoints));
  return {
    steps: [...steps].map((entryPoint, index) => ({
      entryPoint,
      required: index === 0 || index === length - 1 || random.chance(0.7),
    })),
  };
}

function makeBehavior(random: Random, names: Names) {
  const count = 1 + random.int(3);
  const all = Array.from({ length: count }, () =>
    makeBehaviorCondition(random, names),
  );
  return { all };
}

function makeEngagement(
  random: Random,
  names: Names,
  id: string,
  behaviors: string[],
): Engagement {
  const zone = random.pick(ZONES);
  const where = random.chance(0.1) ? 0 : 1 + random.int(2);
  const creative = { title: 'Need a hand?', action: 'Chat now' };
  const isContent = random.chance(0.3);
  return {
    id,
    zone,
    format: FORMATS[zone] ?? 'embedded',
    priority: 1 + random.int(200),
    entryPoints: Array.from({ length: where }, () =>
      random.pick(names.entryPoints),
    ),
    behaviors,
    ...(isContent
      ? { kind: 'content' as const, url: 'https://shop.example/offers' }
      : {
          kind: 'conversation' as const,
          skill: random.pick(['sales', 'support']),
        }),
    creative: {
      online: creative,
      ...(!isContent && random.chance(0.5) ? { busy: creative } : {}),
    },
  };
}

function makeCampaigns(random: Random, engagements: Engagement[]): Campaign[] {
  const count = Math.ceil(engagements.length / ENGAGEMENTS_PER_CAMPAIGN);
  return Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    name: `Campaign ${index}`,
    priority: random.pick(['high', 'medium', 'low'] as const),
    goal: { type: 'interaction' as const },
    audiences: random.chance(0.5)
      ? [`a${random.int(AUDIENCES.length)}`, `a${random.int(AUDIENCES.length)}`]
      : [],
    engagements: engagements.slice(
      index * ENGAGEMENTS_PER_CAMPAIGN,
      (index + 1) * ENGAGEMENTS_PER_CAMPAIGN,
    ),
  }));
}

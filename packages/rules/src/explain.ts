import { foldText } from '@beckon/schema/text';
import { NO_END } from '@beckon/schema/constants';
import type { PublishedEngagement } from '@beckon/schema/types';
import { known } from './known.ts';
import { valueOf } from './conditions/values.ts';
import { draw } from './decision/draw.ts';
import {
  isAllowed,
  isAvailable,
  isBehaving,
  isEligible,
  isInAudience,
  isInSchedule,
  isNotDeclined,
  isOffered,
  isSpeaking,
  type Test,
} from './decision/tests.ts';
import type { Engine } from './engine-types.ts';
import { placeOf } from './patterns/places.ts';
import { STATUS, type TabState } from './state.ts';
import { conditionOf, holds } from './touch.ts';
import { config, setVisit, state, tabs } from './visit.ts';

/** The tests of SL1, in their order. */
const TESTS = {
  schedule: isInSchedule,
  'control-group': isOffered,
  audience: isInAudience,
  // EP2
  'entry-point': (engagement, tab) => {
    const { entryPoints, everywhere } = config.index;
    const nth = config.engagements.indexOf(engagement);
    return (
      everywhere.includes(nth) ||
      insideOf(tab).some((id) =>
        [known(entryPoints[id]).engagements].flat().includes(nth),
      )
    );
  },
  behavior: isBehaving,
  language: isSpeaking,
  decline: isNotDeclined,
  cap: isAllowed,
  availability: isAvailable,
} as const satisfies Readonly<Record<string, Test>>;

export type TestName = keyof typeof TESTS;

export const TEST_NAMES = Object.keys(TESTS) as readonly TestName[];

export interface TestTrace {
  readonly test: TestName;
  readonly holds: boolean;
  /** What the test looked at; see `factsOf`. */
  readonly facts: unknown;
}

export interface ConditionTrace {
  /** Index into the published config's conditions. */
  readonly condition: number;
  readonly holds: boolean;
  /** What its value came from. */
  readonly facts: unknown;
}

export interface EngagementTrace {
  readonly engagement: string;
  readonly eligible: boolean;
  readonly tests: readonly TestTrace[];
  /** Why an eligible engagement stands or not; null when not eligible. */
  readonly outcome:
    null | 'shown' | 'waiting' | 'done' | { readonly lostTo: string };
  /** SL10: visible ms left to wait. */
  readonly waitMs?: number;
}

/** Reads without a trace: who asks leaves no prospect behind (GO2). */
function reading<Result>({ visit }: Engine, read: () => Result): Result {
  setVisit(visit);
  const { session } = visit.state;
  const { prospects } = session;
  session.prospects = { ...prospects };
  const result = read();
  session.prospects = prospects;
  return result;
}

/** Why each engagement, or one, stands in a tab, or does not (SL9). */
export function explain(
  engine: Engine,
  name: string,
  only?: string,
): EngagementTrace[] {
  return reading(engine, () => {
    const tab = tabs[name];
    // CF31: of the whole config, which alone can be explained.
    const whole = config.engagements as readonly PublishedEngagement[];
    return whole.flatMap((engagement, id) =>
      tab && (only === undefined || only === engagement.id)
        ? [explainOne(tab, engagement, id)]
        : [],
    );
  });
}

/** Engagements that pass every test of SL1, in the order in which they win. */
export function listEligible(engine: Engine, name: string): string[] {
  return reading(engine, () => {
    const tab = tabs[name];
    return config.engagements.flatMap(({ id }, index) =>
      tab && passesAll(index, tab) ? [id] : [],
    );
  });
}

/** The entry points that a tab's page view is in (EP1). */
export function listEntryPoints(
  { visit }: Engine,
  name: string,
): readonly number[] {
  setVisit(visit);
  const tab = tabs[name];
  return tab ? insideOf(tab) : [];
}

/** Whether a condition of the published config holds. */
export function conditionHolds({ visit }: Engine, condition: number): boolean {
  setVisit(visit);
  return holds(condition);
}

function explainOne(
  tab: TabState,
  engagement: PublishedEngagement,
  id: number,
): EngagementTrace {
  const eligible = passesAll(id, tab);
  const tests = TEST_NAMES.map((test) => ({
    test,
    holds: !!TESTS[test](engagement, tab),
    facts: factsOf(tab, engagement, test),
  }));
  const since = tab.waiting[id] ?? -Infinity;
  const waitMs = Math.max(0, since + engagement.delayMs - tab.visibleMs);
  const outcome = outcomeOf(tab, engagement, eligible, waitMs);
  return {
    engagement: engagement.id,
    eligible,
    tests,
    outcome,
    ...(outcome === 'waiting' ? { waitMs } : {}),
  };
}

const passesAll = (id: number, tab: TabState): boolean =>
  tab.page > 0 &&
  placeOf(tab).engagements.includes(id) &&
  !!isEligible(id, tab);

const insideOf = (tab: TabState): readonly number[] =>
  tab.page ? placeOf(tab).inside : [];

function outcomeOf(
  tab: TabState,
  { id, zone }: PublishedEngagement,
  isEligible: boolean,
  waitMs: number,
): EngagementTrace['outcome'] {
  const holder = tab.offers[zone]?.engagement;
  if (holder === id) return 'shown';
  if (!isEligible) return null;
  if (id in tab.done) return 'done';
  if (waitMs) return 'waiting';
  return holder === undefined ? null : { lostTo: holder };
}

/**
 * What a test looked at:
 *
 * - schedule: `{ at, schedule }`, the published schedule or null
 * - control-group: `{ site, campaign }`, the visitor's draws, 0 to 1
 * - audience: `[{ audience, conditions: ConditionTrace[] }]`
 * - entry-point: `{ page, any }`, the page's entry points and those asked for
 * - behavior: `[{ behavior, conditions: ConditionTrace[] }]`
 * - language: `{ page, engagement }`
 * - decline: `{ session, snoozedUntil }`, epoch ms or null
 * - cap: `{ cap, impressions, declined, conversation, stands }`
 * - availability: `{ skill, state, states }`
 */
function factsOf(
  tab: TabState,
  engagement: PublishedEngagement,
  test: TestName,
): unknown {
  const { id, kind, zone, skill } = engagement;
  const campaign = config.campaigns[engagement.campaign];
  switch (test) {
    case 'schedule':
      return {
        at: state.at,
        schedule: config.schedules[campaign?.schedule ?? -1] ?? null,
      };
    case 'control-group':
      return {
        site: draw(state.visitor.id, config.site),
        campaign: draw(state.visitor.id, campaign?.id ?? ''),
      };
    case 'audience':
      return campaign?.audiences.map((audience) => ({
        audience,
        conditions: trace(config.audiences[audience]),
      }));
    case 'entry-point':
      return { page: insideOf(tab), any: engagement.entryPoints };
    case 'behavior':
      return [engagement.behaviors].flat().map((behavior) => ({
        behavior,
        conditions: trace(config.behaviors[behavior]),
      }));
    case 'language':
      return {
        page: foldText(tab.lang || state.browser.language || '').split('-')[0],
        engagement: engagement.language.slice(0, -1) || null,
      };
    case 'decline': {
      const declinedAt = state.visitor.declines[id];
      return {
        session: !!((state.session.statuses[id] ?? 0) & STATUS.decline),
        snoozedUntil:
          declinedAt === undefined ? null : declinedAt + engagement.snoozeMs,
      };
    }
    case 'cap':
      return {
        cap: capOf(kind),
        impressions: state.session.impressions[kind],
        declined: state.session.declined,
        conversation: state.session.conversing,
        stands: tab.offers[zone]?.engagement === id,
      };
    case 'availability':
      return {
        skill: skill || null,
        state: state.availability[skill] ?? null,
        states: Object.keys(engagement.creative),
      };
  }
}

const capOf = (kind: PublishedEngagement['kind']): number | null => {
  const cap = config.proactiveCap[kind];
  return cap === NO_END ? null : cap;
};

function trace(conditions: readonly number[] = []): ConditionTrace[] {
  return conditions.map((id) => ({
    condition: id,
    holds: holds(id),
    facts: factsOfCondition(id),
  }));
}

/** What its value came from, where a number says too little. */
function factsOfCondition(id: number): unknown {
  const condition = conditionOf(id);
  if (condition.by === 'flow') return state.session.flows[condition.flow];
  if (condition.by === 'cart') return state.session.cart;
  return valueOf(condition, id) ?? null;
}

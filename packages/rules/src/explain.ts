import type { PublishedEngagement } from '@beckon/schema/types';
import { evaluatorOf } from './conditions/table.ts';
import { draw } from './decision/draw.ts';
import {
  availabilityOf,
  judgeEngagement,
  pageLanguage,
  TESTS,
} from './decision/tests.ts';
import type { Engine } from './engine-types.ts';
import { STATUS, type TabState } from './state.ts';
import { conditionOf, judgeCondition } from './touch.ts';
import { config, setVisit, state, tabs } from './visit.ts';

/** The tests of SL1, in their order. */
export const TEST_NAMES = [
  'schedule',
  'control-group',
  'audience',
  'entry-point',
  'behavior',
  'language',
  'decline',
  'cap',
  'availability',
] as const;
export type TestName = (typeof TEST_NAMES)[number];

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
  /** What its evaluator's `value` gave. */
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

/** Why each engagement, or one, stands in a tab, or does not (SL9). */
export function explain(
  { visit }: Engine,
  name: string,
  only?: string,
): EngagementTrace[] {
  setVisit(visit);
  const tab = tabs[name];
  if (!tab) return [];
  return config.engagements.flatMap((engagement, id) =>
    only === undefined || only === engagement.id
      ? [explainOne(tab, engagement, id)]
      : [],
  );
}

/** Engagements that passed every test of SL1 at the last decision, in the order
 * in which they win. */
export function listEligible({ visit }: Engine, tab: string): string[] {
  setVisit(visit);
  const { eligible } = tabs[tab] ?? {};
  return config.engagements.flatMap(({ id }, index) =>
    eligible?.has(index) ? [id] : [],
  );
}

/** Whether a condition of the published config holds (BC9: counting all). */
export function conditionHolds({ visit }: Engine, condition: number): boolean {
  return !!visit.cache.truth[condition];
}

function explainOne(
  tab: TabState,
  engagement: PublishedEngagement,
  id: number,
): EngagementTrace {
  const eligible = !!judgeEngagement(engagement, tab);
  const tests = TEST_NAMES.map((test, index) => ({
    test,
    holds: !!TESTS[index]?.(engagement, tab),
    facts: factsOf(tab, engagement, test),
  }));
  const waitMs = Math.max(0, (tab.waiting[id] ?? 0) - tab.visibleMs);
  const outcome = outcomeOf(tab, engagement, eligible, waitMs);
  return {
    engagement: engagement.id,
    eligible,
    tests,
    outcome,
    ...(outcome === 'waiting' ? { waitMs } : {}),
  };
}

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
        conditions: trace(id, config.audiences[audience]),
      }));
    case 'entry-point':
      return { page: tab.inside, any: engagement.entryPoints };
    case 'behavior':
      return engagement.behaviors.map((behavior) => ({
        behavior,
        conditions: trace(id, config.behaviors[behavior]),
      }));
    case 'language':
      return {
        page: pageLanguage(tab),
        engagement: engagement.language,
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
        cap: config.proactiveCap[kind],
        impressions: state.session.impressions[kind],
        declined: state.session.declined,
        conversation: state.session.conversing,
        stands: tab.offers[zone]?.engagement === id,
      };
    case 'availability':
      return {
        skill,
        state: availabilityOf(engagement) ?? null,
        states: Object.keys(engagement.creative),
      };
  }
}

function trace(
  engagement: string,
  conditions: readonly number[] = [],
): ConditionTrace[] {
  return conditions.map((id) => {
    const condition = conditionOf(id);
    const value = evaluatorOf(condition)?.value;
    return {
      condition: id,
      holds: judgeCondition(id, engagement),
      facts: value?.(condition, id, engagement) ?? null,
    };
  });
}

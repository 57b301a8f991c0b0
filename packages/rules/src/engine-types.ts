import type { VisitEvent } from '@beckon/schema/types';
import type { EngineState } from './state.ts';

/** One visit, followed. Nothing here reads a clock: each event brings its own
 * moment, and `decide` and `explain` speak of the moment last told. */
export interface Engine {
  /** Plain JSON, changed in place. Copy it before you keep it. */
  readonly state: EngineState;
  /** Takes an event in; touches what depends on it. Never throws. */
  apply(event: VisitEvent): void;
  /** Reviews what stands in the tab and fills its free zones (SL). */
  decide(tab: string): TabDecision;
  /**
   * The next moment, in epoch ms, at which something can change without an
   * event: set one timer for it, then `apply` a `tick` and `decide`. Null: never.
   */
  nextAt(): number | null;
  /** Engagements that pass every test of SL1, in the order in which they win. */
  eligible(tab: string): string[];
  /** The walk of SL1 with its facts, for one engagement or for all. */
  explain(tab: string, engagement?: string): EngagementTrace[];
  /** Whether a condition of the published config holds (BC9: counting all). */
  holds(condition: number): boolean;
  /** The state as text, below 64 KiB (SE5); `loadState` reads it. */
  save(): string;
}

export interface TabDecision {
  /** Zone to engagement id: what stands now. */
  readonly offers: Readonly<Record<string, string>>;
  readonly changes: readonly OfferChange[];
  /** Skills whose availability must be known to decide further (OF5). */
  readonly asks: readonly string[];
}

export interface OfferChange {
  /** `creative`: it stands on, with the creative of another state (SL4). */
  readonly type: 'display' | 'remove' | 'timeout' | 'creative';
  readonly zone: string;
  readonly engagement: string;
}

/** The tests of SL1, in their order. */
export type TestName =
  | 'schedule'
  | 'control-group'
  | 'audience'
  | 'entry-point'
  | 'behavior'
  | 'language'
  | 'decline'
  | 'cap'
  | 'availability';

export interface TestTrace {
  readonly test: TestName;
  readonly holds: boolean;
  /** What the test looked at; words for it are the reader's. */
  readonly facts: unknown;
}

export interface EngagementTrace {
  readonly engagement: string;
  readonly eligible: boolean;
  readonly tests: readonly TestTrace[];
  /** Why an eligible engagement stands or not; null when not eligible. */
  readonly outcome:
    | null
    | 'shown'
    | 'waiting'
    | 'done'
    | { readonly lostTo: string };
  /** SL10: visible ms left to wait. */
  readonly waitMs?: number;
}

/*
 * The facts of each test:
 * schedule       { at, schedule }                 the published schedule, or null
 * control-group  { site, campaign }               the visitor's draws, 0 to 1
 * audience       [{ audience, conditions: ConditionTrace[] }]   by index
 * entry-point    { page: number[], any: number[] } entry points of the page; asked for
 * behavior       [{ behavior, conditions: ConditionTrace[] }]   by index
 * language       { page, engagement }
 * decline        { session: boolean, snoozedUntil: number | null }
 * cap            { cap, impressions, declined, conversation, stands }
 * availability   { skill, state, states }
 */
export interface ConditionTrace {
  /** Index into the published config's conditions. */
  readonly condition: number;
  readonly holds: boolean;
  readonly facts: unknown;
}

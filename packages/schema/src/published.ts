import type { ServiceStatus } from './constants.ts';
import type { PublishedCreative } from './creative.ts';
import type { Availability } from './events.ts';
import type {
  Condition,
  TextPattern,
  UrlPattern,
} from './published-conditions.ts';

export type * from './published-conditions.ts';

/**
 * A site config as the engine reads it: made by `publishConfig`, downloaded by
 * every visitor, therefore without anything private (CO5). Names have become
 * indexes, durations milliseconds, patterns are checked and folded, equal
 * conditions, schedules and pattern strings stand once, engagements stand in
 * the order in which they win (SL3).
 */
export interface PublishedConfig {
  readonly version: 1;
  readonly site: string;
  /** Hash of all that follows from the authored config. */
  readonly revision: string;
  /** LD6: false switches the tag off. */
  readonly enabled: boolean;
  readonly session: { readonly idleMs: number; readonly maxMs: number };
  /** Share of visitors, 0 to 1 (SL6). */
  readonly controlGroup: number;
  readonly selection: 'priority' | 'weighted';
  readonly proactiveCap: Readonly<Record<EngagementKind, number | null>>;
  /** Lower case; a trailing `*` stands for any rest (PG2). */
  readonly ignoreParams: readonly string[];
  /** Query parameters that carry search keywords, the built-in ones included. */
  readonly searchParams: readonly string[];
  readonly attribution: {
    readonly days: number;
    readonly model: 'first' | 'last';
  };
  /** An audience asks for something that only a server knows (AU2). */
  readonly needsGeo: boolean;
  /** Parts of the engine that most sites never need, and this one does. */
  readonly needs: readonly ('goals' | 'audiences' | 'weighted')[];
  readonly patterns: {
    readonly url: PatternSet<UrlPattern>;
    readonly title: PatternSet<TextPattern>;
    readonly section: PatternSet<TextPattern>;
  };
  readonly flows: readonly (readonly FlowStep[])[];
  readonly conditions: readonly Condition[];
  /** Condition indexes, all of which must hold. */
  readonly behaviors: readonly (readonly number[])[];
  /** Condition indexes, all of which must hold. */
  readonly audiences: readonly (readonly number[])[];
  readonly schedules: readonly Schedule[];
  /** Offsets of a time zone from UTC (SL8): the first one, then pairs of a
   * moment and the offset from then on; all in minutes. */
  readonly timeZones: Readonly<Record<string, readonly number[]>>;
  readonly campaigns: readonly PublishedCampaign[];
  /** In the order in which they win their zone. Offsite ones are not here. */
  readonly engagements: readonly PublishedEngagement[];
  readonly index: PublishedIndex;
  /** Only where the site sets `exposeNames`. */
  readonly names?: PublishedNames;
  /** What other parts of the tag read: windows, consent, data layer … */
  readonly tag: PublishedTagSettings;
}

/** From what changes to what depends on it. */
export interface PublishedIndex {
  /**
   * Conditions under the topics that have them judged again: `flow 2`,
   * `engaged` and `engaged cart-help` (an engagement's status), `leave`,
   * `visit`, `day` (of UTC), or an attribute's type.
   */
  readonly topics: Readonly<Record<string, readonly number[]>>;
  /** By entry point: conditions that ask whether it was visited, conditions
   * that count its time, flows of which it is a step, and engagements. */
  readonly entryPoints: readonly {
    readonly visited: readonly number[];
    readonly timed: readonly number[];
    readonly flows: readonly number[];
    readonly engagements: readonly number[];
  }[];
  /** By condition: the engagements that ask for it. */
  readonly conditions: readonly (readonly number[])[];
  /** Engagements under `zone left`, `skill sales`, `id cart-help`, and `delay`
   * where they wait. */
  readonly engagements: Readonly<Record<string, readonly number[]>>;
  /** Campaigns under the type of their goal, or `page 3`. */
  readonly goals: Readonly<Record<string, readonly number[]>>;
  readonly zones: readonly string[];
}

/**
 * The patterns of one subject, each once. `inside[i]` lists the entry points
 * that a match of pattern `i` puts a page in, `outside[i]` those that it keeps
 * it out of (EP1).
 */
export interface PatternSet<Pattern> {
  readonly patterns: readonly Pattern[];
  readonly inside: readonly (readonly number[])[];
  readonly outside: readonly (readonly number[])[];
}

export interface FlowStep {
  readonly entryPoint: number;
  readonly required: boolean;
}

/** SL8. Moments in epoch ms, times of day in minutes of local time. */
export interface Schedule {
  readonly timeZone: string;
  readonly from: number | null;
  readonly to: number | null;
  /** Sunday first, as in `Date`. An end past 1440 runs into the next day. */
  readonly hours: readonly DayHours[];
  /** By the number of the day, counted from 1970-01-01. */
  readonly specialDays: Readonly<Record<number, DayHours>>;
}

export type DayHours = readonly (readonly [start: number, end: number])[];

/** Weighted draws use the level (SL3): 0 high, 1 medium, 2 low. */
export type Level = 0 | 1 | 2;

export interface PublishedCampaign {
  readonly id: string;
  readonly level: Level;
  readonly audiences: readonly number[];
  /** Index into `schedules`; null is always. */
  readonly schedule: number | null;
  readonly controlGroup: number;
  readonly goal: Goal;
}

/** GO1. `entryPoint` is one that publishing made of the goal's URL patterns. */
export type Goal =
  | { readonly type: 'purchase'; readonly min: number | null }
  | { readonly type: 'lead'; readonly topic: readonly TextPattern[] | null }
  | {
      readonly type: 'service';
      readonly topic: readonly TextPattern[] | null;
      readonly statuses: readonly ServiceStatus[] | null;
    }
  | { readonly type: 'page'; readonly entryPoint: number }
  | { readonly type: 'page-views'; readonly count: number }
  | { readonly type: 'interaction' };

export type EngagementKind = 'conversation' | 'content';

export type EngagementFormat =
  | 'sticky'
  | 'slide-out'
  | 'toaster'
  | 'overlay'
  | 'peeling-corner'
  | 'embedded';

export interface PublishedEngagement {
  readonly id: string;
  readonly campaign: number;
  readonly kind: EngagementKind;
  readonly format: EngagementFormat;
  /** `left`, `right`, `proactive`, or a container's id (SL2). */
  readonly zone: string;
  /** Empty: every page (EP2). */
  readonly entryPoints: readonly number[];
  /** Empty: always. */
  readonly behaviors: readonly number[];
  /** The primary language, folded as texts are (PT1); null fits every page. */
  readonly language: string | null;
  /** The whole tag as authored, for the window (WI2). */
  readonly locale?: string;
  /** Null for content, which asks no agent. */
  readonly skill: string | null;
  readonly delayMs: number;
  readonly durationMs: number | null;
  readonly snoozeMs: number;
  /** A state without a creative shows nothing (OF5). */
  readonly creative: Readonly<Partial<Record<Availability, PublishedCreative>>>;
  /** Where a content engagement leads, and a conversation's window. */
  readonly window?: string;
  readonly url?: string;
  readonly target?: 'same' | 'new';
  readonly placement?: Readonly<Record<string, string | number | boolean>>;
}

export interface PublishedNames {
  readonly entryPoints: readonly string[];
  readonly flows: readonly string[];
  readonly behaviors: readonly string[];
  readonly audiences: readonly string[];
  readonly campaigns: readonly string[];
  readonly engagements: readonly string[];
}

/** Read by the tag's other parts; the engine never looks at it. */
export type PublishedTagSettings = Readonly<Record<string, unknown>>;

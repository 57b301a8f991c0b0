import type { ServiceStatus } from './constants.ts';
import type { PublishedCreative } from './creative.ts';
import type { Availability } from './events.ts';
import type {
  Condition,
  Counting,
  OneOrMore,
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
  /** `NO_END` is none. */
  readonly proactiveCap: Readonly<Record<EngagementKind, number>>;
  /** Regular expression that fits the names, in lower case, of query parameters
   * that are ignored (PG2). */
  readonly ignoreParams: string;
  /** Query parameters that carry search keywords, the built-in ones included. */
  readonly searchParams: readonly string[];
  readonly attribution: {
    readonly days: number;
    readonly model: 'first' | 'last';
  };
  /** An audience asks for something that only a server knows (AU2). */
  readonly needsGeo: boolean;
  /** An audience asks for the visitor's time zone, which costs a phone 100 ms to
   * tell (CO4). */
  readonly needsTimeZone: boolean;
  /** Parts of the engine that most sites never need, and this one does. */
  readonly needs: readonly ('goals' | 'rare' | 'groups' | 'weighted')[];
  readonly patterns: {
    readonly url: PatternSet<UrlPattern>;
    readonly title: PatternSet<TextPattern>;
    readonly section: PatternSet<TextPattern>;
  };
  readonly flows: readonly (readonly FlowStep[])[];
  readonly conditions: readonly Condition[];
  /** Condition indexes, all of which must hold. A behavior that asks what became
   * of other engagements (BC9) stands once more for each engagement that uses
   * it, after all others. */
  readonly behaviors: readonly (readonly number[])[];
  /** Condition indexes, all of which must hold. */
  readonly audiences: readonly (readonly number[])[];
  readonly schedules: readonly Schedule[];
  /** Offsets of a time zone from UTC, in ms, each with the moment until which it
   * is so (SL8). */
  readonly timeZones: Readonly<
    Record<string, readonly (readonly [until: number, offsetMs: number])[]>
  >;
  readonly campaigns: readonly PublishedCampaign[];
  /** What offers look like, each once. */
  readonly creatives: readonly PublishedCreative[];
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
   * `engaged` and `engaged cart-help` (an engagement's status), `leave`, `cart`
   * and `purchase` (the attributes).
   */
  readonly conditions: Readonly<Record<string, readonly number[]>>;
  /** Field conditions by what they ask of, an attribute's type or `visit`;
   * together where they look at the same things in it. */
  readonly reports: Readonly<Record<string, readonly ReportIndex[]>>;
  /** By entry point. Engagements that name none are in `everywhere`. */
  readonly entryPoints: readonly {
    /** Conditions that count page views there, or their time. */
    readonly counting: OneOrMore<number>;
    readonly engagements: OneOrMore<number>;
  }[];
  readonly everywhere: readonly number[];
  /** By condition: the engagements that ask for it; most have one, and a list of
   * one takes a page three times its room. */
  readonly asking: readonly (number | readonly number[])[];
  /** Campaigns under the type of their goal, or `page 3`. */
  readonly goals: Readonly<Record<string, readonly number[]>>;
}

/** How field conditions count reports. */
export interface ReportIndex extends Counting {
  readonly each: readonly string[];
  readonly conditions: readonly number[];
}

/**
 * The patterns of one subject, each once. `inside[i]` lists the entry points
 * that a match of pattern `i` puts a page in, `outside[i]` those that it keeps
 * it out of (EP1). One stands alone, as in `asking`; a side that nobody names is
 * empty.
 */
export interface PatternSet<Pattern> {
  readonly patterns: readonly Pattern[];
  readonly inside: readonly (number | readonly number[])[];
  readonly outside: readonly (number | readonly number[])[];
}

export interface FlowStep {
  readonly entryPoint: number;
  readonly required: boolean;
}

/** SL8. Moments in epoch ms, times of day in ms of local time. */
export interface Schedule {
  readonly timeZone: string;
  /** 0 is none. */
  readonly from: number;
  /** `NO_END` is none. */
  readonly to: number;
  /** Sunday first, as in `Date`. What runs into the next day is there too. */
  readonly hours: readonly DayHours[];
  /** By the number of the day, counted from 1970-01-01; the day after each is
   * here too. */
  readonly specialDays: Readonly<Record<number, DayHours>>;
}

export type DayHours = readonly (readonly [start: number, end: number])[];

/** Weighted draws use the level (SL3): 0 high, 1 medium, 2 low. */
export type Level = 0 | 1 | 2;

export interface PublishedCampaign {
  readonly id: string;
  readonly level: Level;
  readonly audiences: readonly number[];
  /** Index into `schedules`; -1 is always. */
  readonly schedule: number;
  readonly controlGroup: number;
  /** Control groups, of the site and its own: the name that is drawn for, and
   * the share of visitors, which is not 0 (SL6). */
  readonly groups: readonly (readonly [name: string, share: number])[];
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
  readonly behaviors: OneOrMore<number>;
  /** The primary language, folded as texts are (PT1), and `-`; empty fits every
   * page. */
  readonly language: string;
  /** The whole tag as authored, for the window (WI2). */
  readonly locale?: string;
  /** Empty for content, which asks no agent. */
  readonly skill: string;
  readonly delayMs: number;
  /** Null: it stands as long as it may. */
  readonly durationMs: number | null;
  readonly snoozeMs: number;
  /** Indexes into `creatives`. A state without one shows nothing (OF5). */
  readonly creative: Readonly<Partial<Record<Availability, number>>>;
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

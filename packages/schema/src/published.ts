import type { AttributeType, ServiceStatus } from './constants.ts';
import type { Availability } from './events.ts';
import type { PublishedCreative } from './creative.ts';

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
  /** Only where the site sets `exposeNames`. */
  readonly names?: PublishedNames;
  /** What other parts of the tag read: windows, consent, data layer … */
  readonly tag: PublishedTagSettings;
}

/**
 * Patterns of one subject, indexed. `inside[i]` lists the entry points that a
 * match of pattern `i` puts a page in, `outside[i]` those that it keeps it out
 * of (EP1). Candidates of a value are the patterns that `exact` names under its
 * key (`=` and the folded text, or `=` and the path of a URL without a trailing
 * slash), those that `grams` names under any three characters in a row of it,
 * and all of `scan`. A candidate must still be tested.
 */
export interface PatternSet<Pattern> {
  readonly patterns: readonly Pattern[];
  readonly inside: readonly (readonly number[])[];
  readonly outside: readonly (readonly number[])[];
  readonly exact: Readonly<Record<string, readonly number[]>>;
  readonly grams: Readonly<Record<string, readonly number[]>>;
  readonly scan: readonly number[];
}

/** `exact` and `contains` are folded as PT1 says; `regex` is as written. */
export type TextPattern =
  | { readonly exact: string }
  | { readonly contains: string }
  | { readonly regex: string };

/**
 * `exact` is the path without a trailing slash; `origin` (lower case), `query`
 * (canonical pairs) and `hash` (with `#`, or empty) are absent where the
 * authored pattern leaves them out (PT2).
 */
export type UrlPattern =
  | {
      readonly exact: string;
      readonly origin?: string;
      readonly query?: string;
      readonly hash?: string;
    }
  | { readonly contains: string }
  | { readonly regex: string };

export interface FlowStep {
  readonly entryPoint: number;
  readonly required: boolean;
}

/** Closed; null is open (BC5, AU1). */
export type Range = readonly [min: number | null, max: number | null];

interface Excludable {
  readonly exclude?: true;
}

export type EngagedStatus = 'exposed' | 'declined' | 'clicked' | 'interacted';

export type Sensitivity = 'low' | 'medium' | 'high';

/**
 * Conditions of behaviors and audiences. What only compares fields of what was
 * reported or is known has become one type, `fields`, when publishing: so the
 * engine that every visitor downloads knows seven types instead of thirty.
 */
export type Condition =
  | {
      readonly type: 'flow';
      readonly flow: number;
      readonly event: 'abandoned' | 'back-flow';
    }
  | {
      readonly type: 'time-on-entry-point';
      readonly entryPoints: readonly number[];
      readonly ms: number;
      readonly count: 'visible' | 'open';
    }
  | ({
      readonly type: 'visited-entry-point';
      readonly entryPoints: readonly number[];
    } & Excludable)
  | {
      readonly type: 'about-to-abandon';
      readonly sensitivity: Sensitivity;
    }
  | {
      readonly type: 'cart-value';
      readonly between?: Range;
      readonly change?: 'decreased' | 'emptied';
      readonly currency?: string;
    }
  | ({
      readonly type: 'engaged-in-session';
      readonly statuses: readonly EngagedStatus[];
      readonly engagements?: readonly string[];
    } & Excludable)
  | FieldCondition;

/**
 * Fits when some one thing at `each` (a path into the reported attribute; empty:
 * the attribute itself; arrays are looked through) passes every test.
 *
 * | authored | `of` | `each` | `fields` |
 * |---|---|---|---|
 * | products-in-cart | cart | products, product | name, sku, category |
 * | viewed-product | productView | products, product | the same, price |
 * | visitor-error | error | | message, code; and `from` |
 * | service-activity | service | | topic; and `statuses` |
 * | marketing | marketing | | channel (as exact patterns), affiliate, campaignId |
 * | customer | customer | | customerStatus, customerType, balance, companySize; registrationDate with `since: 'days'` |
 * | customer-id | customer | | customerId |
 * | store | customer | | storeZipCode, storeNumber |
 * | gender | personal | | gender (as exact patterns) |
 * | age | personal | | age with `since: 'years'` |
 * | attribute | the path's type | | the rest of the path |
 * | platform | visit | | platform (as exact patterns) |
 * | visits | visit | | visits: range ([1, 1] new, [2, null] returning) |
 * | language | visit | | language; exact `en` adds the regex `^en-` |
 * | time-zone | visit | | timeZone (as exact patterns) |
 * | search-keywords | visit | | keywords |
 * | referrer | visit | | referrer, with `urls` |
 * | country, region, city, ip | visit | | the same name (as exact patterns), `answered` |
 */
export interface FieldCondition extends Excludable {
  readonly type: 'fields';
  /** The authored type; for explanations. */
  readonly as: string;
  readonly of: AttributeType | 'visit';
  readonly each?: readonly string[];
  readonly fields: readonly FieldTest[];
  /** BC8: how many there must be. Default 1. */
  readonly from?: number;
  /** BC10: one of which the newest of a topic must be. */
  readonly statuses?: readonly ServiceStatus[];
  /** AU2: without a value it does not hold, negated or not. */
  readonly answered?: true;
}

/** All that is given must hold of some one value at `path`. */
export interface FieldTest {
  readonly path: readonly string[];
  readonly matches?: readonly TextPattern[];
  readonly urls?: readonly UrlPattern[];
  readonly range?: Range;
  /** The range is of the time since a date (EN8); `years` prefers the date's
   * own field `age`. */
  readonly since?: 'days' | 'years';
}

/** SL8. Moments in epoch ms, times of day in minutes of local time. */
export interface Schedule {
  readonly timeZone: string;
  readonly from: number | null;
  readonly to: number | null;
  /** Sunday first, as in `Date`; null is always open. An end past 1440 runs
   * into the next day. */
  readonly hours: readonly DayHours[] | null;
  readonly specialDays: Readonly<Record<string, DayHours>>;
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
  /** The primary language, lower case; null fits every page. */
  readonly language: string | null;
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

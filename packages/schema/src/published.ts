import type {
  Gender,
  MarketingChannel,
  ServiceStatus,
} from './constants.ts';
import type { Availability, Platform } from './events.ts';
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

export interface ProductPatterns {
  readonly name?: readonly TextPattern[];
  readonly sku?: readonly TextPattern[];
  readonly category?: readonly TextPattern[];
}

export type EngagedStatus = 'exposed' | 'declined' | 'clicked' | 'interacted';

export type BehaviorCondition =
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
  | ({ readonly type: 'products-in-cart' } & ProductPatterns & Excludable)
  | ({
      readonly type: 'viewed-product';
      readonly price?: Range;
    } & ProductPatterns &
      Excludable)
  | ({
      readonly type: 'visitor-error';
      readonly message?: readonly TextPattern[];
      readonly code?: readonly TextPattern[];
      readonly from: number;
    } & Excludable)
  | ({
      readonly type: 'engaged-in-session';
      readonly statuses: readonly EngagedStatus[];
      readonly engagements?: readonly string[];
    } & Excludable)
  | ({
      readonly type: 'service-activity';
      readonly topic: readonly TextPattern[];
      readonly statuses: readonly ServiceStatus[];
    } & Excludable);

export type Sensitivity = 'low' | 'medium' | 'high';

export type AudienceCondition =
  | ({
      readonly type: 'referrer';
      readonly matches: readonly UrlPattern[];
    } & Excludable)
  | ({
      readonly type: 'search-keywords';
      readonly matches: readonly TextPattern[];
    } & Excludable)
  | ({
      readonly type: 'platform';
      readonly anyOf: readonly Platform[];
    } & Excludable)
  | { readonly type: 'visits'; readonly range: Range }
  | ({
      readonly type: 'marketing';
      readonly channel?: readonly MarketingChannel[];
      readonly affiliate?: readonly TextPattern[];
      readonly campaignId?: readonly TextPattern[];
    } & Excludable)
  | ({
      readonly type: 'customer';
      readonly customerStatus?: readonly TextPattern[];
      readonly customerType?: readonly TextPattern[];
      readonly balance?: Range;
      readonly companySize?: Range;
      readonly registeredForDays?: Range;
    } & Excludable)
  | ({ readonly type: 'age'; readonly range: Range } & Excludable)
  | ({
      readonly type: 'gender';
      readonly anyOf: readonly Gender[];
    } & Excludable)
  | ({
      readonly type: 'customer-id';
      readonly matches: readonly TextPattern[];
    } & Excludable)
  | ({
      readonly type: 'store';
      readonly zipCode?: readonly TextPattern[];
      readonly number?: readonly TextPattern[];
    } & Excludable)
  | ({
      readonly type: 'language';
      readonly matches: readonly TextPattern[];
    } & Excludable)
  | { readonly type: 'time-zone'; readonly anyOf: readonly string[] }
  | ({
      readonly type: 'attribute';
      /** Type, then fields; arrays are looked through. */
      readonly path: readonly string[];
      readonly matches?: readonly TextPattern[];
      readonly range?: Range;
    } & Excludable)
  | ({
      readonly type: 'country' | 'region' | 'city' | 'ip';
      /** Folded as PT1 says. */
      readonly anyOf: readonly string[];
    } & Excludable);

export type Condition = BehaviorCondition | AudienceCondition;

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

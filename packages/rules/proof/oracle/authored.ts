import type {
  Availability,
  EngagedStatus,
  EngagementFormat,
  EngagementKind,
  Gender,
  MarketingChannel,
  Platform,
  Range,
  Sensitivity,
  ServiceStatus,
} from '@beckon/schema/types';

/** The part of an authored site config that targets (SPEC.md "Site config"). */
export interface AuthoredConfig {
  readonly version: 1;
  readonly site: string;
  readonly entryPoints: Readonly<Record<string, AuthoredEntryPoint>>;
  readonly flows: Readonly<Record<string, { steps: readonly AuthoredStep[] }>>;
  readonly behaviors: Readonly<
    Record<string, { all: readonly AuthoredBehavior[] }>
  >;
  readonly audiences: Readonly<
    Record<string, { all: readonly AuthoredAudience[] }>
  >;
  readonly campaigns: readonly AuthoredCampaign[];
  readonly proactiveCap?: Readonly<Record<EngagementKind, number | null>>;
  readonly session?: {
    readonly idleMinutes: number;
    readonly maxHours: number;
  };
  readonly controlGroup?: number;
  readonly ignoreParams?: readonly string[];
  readonly searchParams?: readonly string[];
  readonly selection?: 'priority' | 'weighted';
}

export type Pattern =
  | { readonly exact: string }
  | { readonly contains: string }
  | { readonly regex: string };

export type Patterns = readonly Pattern[];

export interface PagePatterns {
  readonly url?: Patterns;
  readonly title?: Patterns;
  readonly section?: Patterns;
}

export interface AuthoredEntryPoint extends PagePatterns {
  readonly exclude?: PagePatterns;
}

export interface AuthoredStep {
  readonly entryPoint: string;
  readonly required?: boolean;
}

interface Excludable {
  readonly exclude?: boolean;
}

interface ProductLists {
  readonly name?: Patterns;
  readonly sku?: Patterns;
  readonly category?: Patterns;
}

export type AuthoredBehavior =
  | { type: 'flow'; flow: string; event: 'abandoned' | 'back-flow' }
  | {
      type: 'time-on-entry-point';
      entryPoints: readonly string[];
      seconds: number;
      count?: 'visible' | 'open';
    }
  | ({
      type: 'visited-entry-point';
      entryPoints: readonly string[];
    } & Excludable)
  | { type: 'about-to-abandon'; sensitivity?: Sensitivity }
  | {
      type: 'cart-value';
      between?: Range;
      change?: 'decreased' | 'emptied';
      currency?: string;
    }
  | ({ type: 'products-in-cart' } & ProductLists & Excludable)
  | ({ type: 'viewed-product'; price?: Range } & ProductLists & Excludable)
  | ({
      type: 'visitor-error';
      message?: readonly (Pattern | string)[];
      code?: readonly (Pattern | string)[];
      from?: number;
    } & Excludable)
  | ({
      type: 'engaged-in-session';
      statuses: readonly EngagedStatus[];
      engagements?: readonly string[];
    } & Excludable)
  | ({
      type: 'service-activity';
      topic: Patterns;
      statuses: readonly ServiceStatus[];
    } & Excludable);

export type AuthoredAudience =
  | ({ type: 'referrer'; matches: Patterns } & Excludable)
  | ({ type: 'search-keywords'; matches: Patterns } & Excludable)
  | ({ type: 'platform'; anyOf: readonly Platform[] } & Excludable)
  | { type: 'visits'; is: 'new' | 'returning' }
  | { type: 'visits'; min?: number | null; max?: number | null }
  | ({
      type: 'marketing';
      channel?: readonly MarketingChannel[];
      affiliate?: Patterns;
      campaignId?: Patterns;
    } & Excludable)
  | ({
      type: 'customer';
      customerStatus?: Patterns;
      customerType?: Patterns;
      balance?: Range;
      companySize?: Range;
      registeredForDays?: Range;
    } & Excludable)
  | ({ type: 'age'; range: Range } & Excludable)
  | ({ type: 'gender'; anyOf: readonly Gender[] } & Excludable)
  | ({ type: 'customer-id'; matches: Patterns } & Excludable)
  | ({ type: 'store'; zipCode?: Patterns; number?: Patterns } & Excludable)
  | ({ type: 'language'; matches: Patterns } & Excludable)
  | { type: 'time-zone'; anyOf: readonly string[] }
  | ({
      type: 'attribute';
      path: string;
      matches?: Patterns;
      range?: Range;
    } & Excludable)
  | ({
      type: 'country' | 'region' | 'city' | 'ip';
      anyOf: readonly string[];
    } & Excludable);

/** "HH:MM" from and to; an end before its start runs into the next day. */
export type AuthoredHours = readonly (readonly [string, string])[];

export type Weekday = 'sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat';

export interface AuthoredSchedule {
  readonly timeZone?: string;
  /** A date, or an instant with a `T`. */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly hours?: Readonly<Partial<Record<Weekday, AuthoredHours>>> | null;
  readonly specialDays?: Readonly<Record<string, AuthoredHours>>;
}

export interface AuthoredCampaign {
  readonly id: string;
  readonly name: string;
  readonly priority?: 'high' | 'medium' | 'low';
  readonly goal: { readonly type: 'interaction' };
  readonly audiences?: readonly string[];
  readonly schedule?: AuthoredSchedule;
  readonly controlGroup?: number;
  readonly engagements: readonly AuthoredEngagement[];
}

export interface AuthoredEngagement {
  readonly id: string;
  readonly kind: EngagementKind;
  readonly format: EngagementFormat;
  readonly zone: string;
  readonly entryPoints?: readonly string[];
  readonly behaviors?: readonly string[];
  readonly skill?: string;
  readonly language?: string | null;
  readonly priority?: number;
  readonly delaySeconds?: number;
  readonly durationSeconds?: number | null;
  readonly snoozeDays?: number;
  readonly url?: string;
  readonly creative: Readonly<Partial<Record<Availability, object | null>>>;
}

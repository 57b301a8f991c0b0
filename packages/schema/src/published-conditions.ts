import type { AttributeType, ServiceStatus } from './constants.ts';

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

/** Closed; null is open (BC5, AU1). */
export type Range = readonly [min: number | null, max: number | null];

interface Excludable {
  readonly exclude?: true;
}

/** BC9, as authored; published as bits. */
export type EngagedStatus = 'exposed' | 'declined' | 'clicked' | 'interacted';

/** BC4, as authored; published as a strength. */
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
      /** How strong a sign must be: 3 is one that low sensitivity accepts too,
       * 1 one that high alone does. */
      readonly strength: 1 | 2 | 3;
    }
  | {
      readonly type: 'cart-value';
      readonly between?: Range;
      readonly change?: 'decreased' | 'emptied';
      readonly currency?: string;
    }
  | ({
      readonly type: 'engaged-in-session';
      /** A sum of 1 exposed, 2 declined, 4 clicked, 8 interacted. */
      readonly statuses: number;
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

import type { AttributeType } from './constants.ts';

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

/** Closed; an end that is open is `NO_END`, or its negative. */
export type PublishedRange = readonly [min: number, max: number];

/** BC9, as authored; published as bits. */
export type EngagedStatus = 'exposed' | 'declined' | 'clicked' | 'interacted';

/** BC4, as authored; published as a strength. */
export type Sensitivity = 'low' | 'medium' | 'high';

/** What every condition has, besides `by`: how the engine values it. One that
 * an engine cannot value never holds for it (BC11). */
interface Judged {
  /** It holds when its value is more than this. */
  readonly over: number;
  readonly exclude?: true;
}

/** Its value is the sum of one number of the page views in any of some entry
 * points: 1 for each, or the time that was spent there, visible or in all. */
export interface PagesCondition extends Judged {
  readonly type: 'time-on-entry-point' | 'visited-entry-point';
  readonly entryPoints: readonly number[];
  readonly by: 'counted';
  readonly count: 'views' | 'seenMs' | 'openMs';
}

/**
 * Conditions of behaviors and audiences. What only compares fields of what was
 * reported or is known has become one type, `fields`, when publishing: so the
 * engine that every visitor downloads knows seven types instead of thirty.
 */
export type Condition =
  | PagesCondition
  | FieldCondition
  | (Judged & {
      readonly type: 'flow';
      readonly by: 'flow';
      readonly flow: number;
      readonly event: 'abandoned' | 'back-flow';
    })
  /** `over` says how strong a sign must be: 2 accepts one that low sensitivity
   * accepts too, 0 one that high alone does. */
  | (Judged & { readonly type: 'about-to-abandon'; readonly by: 'leave' })
  | (Judged & {
      readonly type: 'cart-value';
      readonly by: 'cart';
      readonly between?: PublishedRange;
      readonly change?: 'decreased' | 'emptied';
      readonly currency?: string;
    })
  | (Judged & {
      readonly type: 'engaged-in-session';
      readonly by: 'engaged';
      /** A sum of 1 exposed, 2 declined, 4 clicked, 8 interacted. */
      readonly statuses: number;
      readonly engagements?: readonly string[];
      /** One that does not count: that which is decided. */
      readonly except?: string;
    });

/**
 * Its value is the number of reports that are kept (see `Counting`) and fit:
 * some one of the things that they tell of passes every test. What is known of
 * the visit is a report, too.
 *
 * | authored | `of` | `each` | `fields` |
 * |---|---|---|---|
 * | products-in-cart | cart | products, product | name, sku, category |
 * | viewed-product | productView | products, product | the same, price |
 * | visitor-error | error | | message, code; with `over` |
 * | service-activity | service | | topic, status (as exact patterns) |
 * | marketing | marketing | | channel (as exact patterns), affiliate, campaignId |
 * | customer | customer | | customerStatus, customerType, balance, companySize; registrationDate with `since: 'days'` |
 * | customer-id | customer | | customerId |
 * | store | customer | | storeZipCode, storeNumber |
 * | gender | personal | | gender (as exact patterns) |
 * | age | personal | | age with `since: 'years'` |
 * | attribute | the path's type | the path's middle | its end |
 * | platform | visit | | platform (as exact patterns) |
 * | visits | visit | | visits: range ([1, 1] new, [2, null] returning) |
 * | language | visit | | language; exact `en` adds the regex `^en-` |
 * | time-zone | visit | | timeZone (as exact patterns) |
 * | search-keywords | visit | | keywords |
 * | referrer | visit | | referrer, with `urls` |
 * | country, region, city, ip | visit | | the same name (as exact patterns); negated by `not` (AU2) |
 */
export interface FieldCondition extends Judged {
  readonly type: 'fields';
  readonly by: 'counted';
  /** The authored type; for explanations. */
  readonly as: string;
  readonly of: AttributeType | 'visit';
  /** Path from the report to the things that are tested, one by one; arrays are
   * looked through. Empty: the report itself. */
  readonly each: readonly string[];
  readonly fields: readonly FieldTest[];
}

/** One stands without a list around it where visitors have it (CF31). */
export type OneOrMore<Item> = Item | readonly Item[];

/** What reports a field condition keeps; stands in the index. */
export interface Counting {
  /** Of reports alike in these fields one is kept, with their number where all
   * are counted; without any, one of all. */
  readonly keys: readonly string[];
  /** Or else the one kept is the newest alone. */
  readonly all: boolean;
  /** A report without this field changes nothing (EN16). */
  readonly given?: string;
}

/** All that is given must hold of a thing's field; of some one value, where it
 * has a list of them. */
export interface FieldTest {
  readonly field: string;
  readonly matches?: readonly TextPattern[];
  /** There must be a value, and none of `matches` fit it (AU2). */
  readonly not?: boolean;
  readonly urls?: readonly UrlPattern[];
  readonly range?: PublishedRange;
  /** The time since a date (EN8) that is `within` a range; `years` prefers the
   * date's own field `age`. */
  readonly since?: 'days' | 'years';
  readonly within?: PublishedRange;
}

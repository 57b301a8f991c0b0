import type { EngagementAttribute } from './attributes.ts';

/**
 * What the engine is told, one after the other, in the order of the origin's
 * session log (SE6). `at` is epoch ms by the clock of whoever accepted it;
 * `tab` names a tab of the origin.
 */
export type VisitEvent =
  | PageEvent
  | PageUpdateEvent
  | AttributeEvent
  | TabEvent
  | InputEvent
  | LeaveEvent
  | OfferEvent
  | ConversationEvent
  | VisitorEvent
  | AvailabilityEvent
  | GeoEvent
  | TickEvent;

interface Stamped {
  readonly at: number;
}

interface InTab extends Stamped {
  readonly tab: string;
}

/**
 * A page is there. `load`: a document was loaded, or came back from the
 * back-forward cache, or was activated after prerendering: always a page view.
 * `route`: the page changed its own URL: a page view unless PG2 says no.
 * `command`: the site's own `page` command: a page view, or the completion of
 * an automatic one (PG3).
 */
export interface PageEvent extends InTab {
  readonly type: 'page';
  readonly by: 'load' | 'route' | 'command';
  /** Absolute, as the browser serialises it. */
  readonly url: string;
  readonly title?: string;
  readonly sections?: readonly string[];
  /** The document's `lang`; empty or absent means that it says none. */
  readonly lang?: string;
  /** The external referrer; counts only where the event begins a session. */
  readonly referrer?: string;
  /** Embedded zones whose offers stay through this page view. */
  readonly keep?: readonly string[];
  /** False for a document that is loaded in the background. Default: true for
   * a tab that is new, else as it was. */
  readonly visible?: boolean;
}

/** The title settled or changed within the first second (PG4). */
export interface PageUpdateEvent extends InTab {
  readonly type: 'page-update';
  readonly title: string;
}

/** An engagement attribute, decoded already (EA2). */
export interface AttributeEvent extends InTab {
  readonly type: 'attribute';
  readonly attribute: EngagementAttribute;
}

export interface TabEvent extends InTab {
  readonly type: 'tab';
  readonly state: 'visible' | 'hidden' | 'closed';
}

/** Input on the page, noted at most once a minute (SE1). */
export interface InputEvent extends InTab {
  readonly type: 'input';
}

/**
 * A sign that the visitor is about to leave (BC4) and its size: px/ms for
 * `pointer` and `scroll`, seconds for `return`, a chance for `model`.
 */
export interface LeaveEvent extends InTab {
  readonly type: 'leave';
  readonly sign: 'pointer' | 'scroll' | 'return' | 'model';
  readonly size: number;
}

/** What became of an offer. `remove`: the page withdrew it (`hide`). */
export interface OfferEvent extends InTab {
  readonly type: 'offer';
  readonly engagement: string;
  readonly phase: 'impression' | 'click' | 'decline' | 'interact' | 'remove';
}

/** `opened`: its first message; `message`: one more; `ended`: by either side. */
export interface ConversationEvent extends InTab {
  readonly type: 'conversation';
  readonly state: 'opened' | 'message' | 'ended';
}

/** What the browser says of the visitor; what is left out stays as it was. */
export interface VisitorEvent extends Stamped {
  readonly type: 'visitor';
  readonly platform?: Platform;
  /** BCP 47. */
  readonly language?: string;
  /** IANA name. */
  readonly timeZone?: string;
}

export type Platform = 'desktop' | 'tablet' | 'smartphone';

/** OF5. Merges; a skill that was never named is unknown. */
export interface AvailabilityEvent extends Stamped {
  readonly type: 'availability';
  readonly skills: Readonly<Record<string, Availability>>;
}

export type Availability = 'online' | 'busy' | 'offline';

/** AU2: what the gateway answered; null means that it gave no answer. */
export interface GeoEvent extends Stamped {
  readonly type: 'geo';
  readonly geo: Geo | null;
}

export interface Geo {
  readonly country?: string;
  readonly region?: string;
  readonly city?: string;
  readonly ip?: string;
}

/** Nothing happened but time. */
export interface TickEvent extends Stamped {
  readonly type: 'tick';
}

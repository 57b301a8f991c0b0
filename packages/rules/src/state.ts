import type {
  Availability,
  CartAttribute,
  EngagementAttribute,
  EngagementKind,
  Geo,
  VisitorEvent,
} from '@beckon/schema/types';

/** Everything that is known of a visitor: plain JSON. */
export interface EngineState {
  /** The config that the session's aggregates belong to (EN17). */
  revision: string;
  /** Events taken in since the visitor was made (SE6). */
  seq: number;
  /** The moment last told, epoch ms. */
  at: number;
  /** Session time, ms (EN1). */
  elapsed: number;
  visitor: VisitorState;
  browser: Omit<VisitorEvent, 'at' | 'type'>;
  geo?: Geo | null;
  availability: Record<string, Availability>;
  session: SessionState;
  tabs: Record<string, TabState>;
}

/** What outlives a session (SE3). Moments in epoch ms; 0 or nothing is never. */
export interface VisitorState {
  id: string;
  visits: number;
  firstVisit: number;
  /** When the session before this one began. */
  lastVisit?: number;
  lastConversation?: number;
  /** Engagement id to the moment of its last decline; for `snoozeDays` alone. */
  declines: Record<string, number>;
  /** Engagement id to its first and last touch (EN15). */
  touches: Record<string, [first: number, last: number]>;
}

/** What a session forgets at its end (SE3). Times are session time, ms. */
export interface SessionState {
  /** Epoch ms; 0: no session has begun yet. */
  startedAt: number;
  activeMs: number;
  /** A conversation lets it last so long at least; 0 without one. */
  untilMs: number;
  /** Page views so far. */
  pages: number;
  referrer: string;
  /** URL of the first page view. */
  landing: string;
  /** Condition to what it counted: reports, page views that have ended. */
  counts: Record<number, number>;
  /** Nothing for a flow that has not started. */
  flows: readonly (FlowState | null | undefined)[];
  /** The page views of the last second, oldest first (EN5). */
  recent: RecentPage[];
  cart: CartState;
  /** The newest cart; personal, customer and marketing, merged (EA3). */
  merged: { cart?: CartAttribute } & Partial<
    Record<string, EngagementAttribute>
  >;
  /** Hashes of the order and lead ids that were reported (EA3). */
  ids: number[];
  /** Reports that are counted for as long as no other takes their place: the
   * conditions that they fit, and how many there were. */
  kept: Record<string, { ids: readonly number[]; times: number }>;
  /** Engagement id to a sum of `STATUS` (BC9). */
  statuses: Record<string, number>;
  impressions: Record<EngagementKind, number>;
  /** A proactive conversation offer was declined (SL5). */
  declined: boolean;
  /** A conversation is open (SL7). */
  conversing: boolean;
  /** Campaign id to the engagement that its goal is owed to, or null (GO1). */
  goals: Record<string, string | null>;
  /** Campaign ids (GO2). */
  prospects: Record<string, 1>;
  /** For agents, and for EN17; the oldest go first (SE5). */
  history: HistoryEntry[];
}

/** Sums of these say what became of an engagement in the session (BC9):
 * exposed, declined, clicked, interacted. */
export const STATUS = {
  impression: 1,
  decline: 2,
  click: 4,
  interact: 8,
  remove: 0,
} as const;

export interface FlowState {
  /** Indexes of the steps that were reached, each once, its position first. */
  readonly reached: readonly number[];
  readonly event: '' | 'abandoned' | 'back-flow';
}

export interface RecentPage {
  readonly page: number;
  readonly startedMs: number;
  /** By flow: the steps that it is. */
  steps: readonly (readonly number[])[];
  /** The flows before the page view. */
  flows: SessionState['flows'];
}

/** BC5, EN7. */
export interface CartState {
  total?: number;
  /** Named by the newest cart itself. */
  currency?: string | undefined;
  /** The total and currency that the next cart is compared with. */
  base?: number | undefined;
  unit?: string | undefined;
  /** The last other total; absent: nothing to compare. */
  before?: number | undefined;
}

export type HistoryEntry =
  PageEntry | { readonly at: number; readonly attribute: EngagementAttribute };

export type PageEntry = Pick<
  TabState,
  'url' | 'title' | 'sections' | 'page' | 'pageAt' | 'seenMs' | 'openMs'
>;

/** A tab, its current page view (PG6) and what was decided for it. */
export interface TabState extends PageFacts {
  visible: boolean;
  /** Session time for which it was visible. */
  visibleMs: number;
  lang: string;
  /** Number of the page view in the session; 0: the tab has not come into the
   * session yet (EN3). */
  page: number;
  /** Epoch ms. */
  pageAt: number;
  /** Time of the page view so far, while the tab was visible, and in all. */
  seenMs: number;
  openMs: number;
  /** How many page views it is. */
  views: 1;
  /** Begun by the browser and not by the site's own command (PG3). */
  automatic?: boolean;
  /** The strongest sign of leaving, 0 to 3 (BC4). */
  leaving: number;
  /** What stands, by zone. */
  offers: Record<string, OfferState>;
  /** What stood after the last decision (EN12). */
  before: Record<string, OfferState>;
  /** Engagements not to be shown again in this page view (SL4), and why. */
  done: Record<string, 'click' | 'timeout' | 'remove'>;
  /** Engagements that had their impression. */
  seen: string[];
  /** Engagements with a delay that are eligible, to the tab's visible time
   * since which they are, in this page view (SL10). */
  waiting: Record<number, number>;
}

/** What a page says of itself, cut (EN18). */
export interface PageFacts {
  url: string;
  title: string;
  sections: readonly string[];
}

export interface OfferState {
  readonly engagement: string;
  /** The tab's visible time at which it times out. */
  readonly untilMs: number;
  /** The availability whose creative it wears. */
  creative: Availability;
  /** EN11. */
  readonly kept?: boolean;
}

/**
 * A visitor without a session.
 *
 * @param id The visitor's (ST4).
 * @param visits Sessions before the one that is about to begin.
 */
export function createState(id: string, visits = 0): EngineState {
  return {
    revision: '',
    seq: 0,
    at: 0,
    elapsed: 0,
    visitor: {
      id,
      visits,
      firstVisit: 0,
      declines: {},
      touches: {},
    },
    browser: {},
    // Content asks nobody (OF5).
    availability: { '': 'online' },
    session: createSession(),
    tabs: {},
  };
}

/** A tab that has not told a page yet. */
export function createTab(): TabState {
  return {
    visible: true,
    visibleMs: 0,
    url: '',
    title: '',
    sections: [],
    lang: '',
    offers: {},
    before: {},
    ...createPage(),
  };
}

/** What a page view forgets. */
export function createPage() {
  return {
    page: 0,
    pageAt: 0,
    seenMs: 0,
    openMs: 0,
    views: 1 as const,
    leaving: 0,
    done: {},
    seen: [],
    waiting: {},
  };
}

/** A session of which nothing is known. */
export function createSession(): SessionState {
  return {
    startedAt: 0,
    activeMs: 0,
    untilMs: 0,
    pages: 0,
    referrer: '',
    landing: '',
    counts: {},
    flows: [],
    recent: [],
    cart: {},
    merged: {},
    ids: [],
    kept: {},
    statuses: {},
    impressions: { conversation: 0, content: 0 },
    declined: false,
    conversing: false,
    goals: {},
    prospects: {},
    history: [],
  };
}

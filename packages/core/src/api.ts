import type { EngagementAttribute } from '@beckon/schema/types';

/** The commands of a tag, the same from the snippet and from npm (API). */
export interface Commands {
  /** A virtual page view, or completes the automatic one (PG3). */
  page(fields?: PageFields): void;
  /** Reports engagement attributes (EA2). */
  attributes(
    reported: EngagementAttribute | readonly EngagementAttribute[],
  ): void;
  /** Who the visitor is: a JWT of the site's, or null for nobody. */
  identify(provider: IdentityProvider): void;
  /** Forgets identity, conversation and what was reported of the person. */
  logout(): void;
  consent(change: ConsentChange): void;
  open(wish?: OpenWish): void;
  minimize(): void;
  close(): void;
  on<Type extends EventType>(
    type: Type,
    listener: Listener<Type>,
    options?: { readonly replay?: boolean },
  ): void;
  off<Type extends EventType>(type: Type, listener: Listener<Type>): void;
  once<Type extends EventType>(type: Type, listener: Listener<Type>): void;
  /** Runs at once when the tag is ready. */
  ready(listener: Listener<'ready'>): void;
  /** Changes or stops something; `false` stops it. */
  hook(name: HookName, change: Hook): void;
  show(engagement: string, options?: { readonly force?: boolean }): void;
  hide(engagement: string): void;
  inspect(): void;
  /** Leaves the page as it was before. */
  destroy(): void;
}

export type CommandName = keyof Commands;

/** The one callable: `beckon('page', { … })`. Calls made before the core has
 * arrived are kept and run in order (API1). */
export type Beckon = <Name extends CommandName>(
  name: Name,
  ...given: Parameters<Commands[Name]>
) => void;

export interface PageFields {
  readonly url?: string;
  readonly title?: string;
  readonly sections?: readonly string[];
  readonly attributes?: EngagementAttribute | readonly EngagementAttribute[];
  /** Ids of containers whose offers stay. */
  readonly keep?: readonly string[];
}

export interface ConsentChange {
  /** May anything be written on the device? */
  readonly storage?: boolean;
  /** May anything about the visit leave the device before the visitor acts? */
  readonly tracking?: boolean;
}

export interface OpenWish {
  readonly engagement?: string;
  readonly message?: string;
  readonly skill?: string;
}

export type IdentityProvider = () => Promise<string | null>;

export type HookName =
  | 'before-attributes'
  | 'before-offer'
  | 'before-open'
  | 'before-message'
  | 'after-message';

/** Returns the changed value; `false` stops it; anything unusable is ignored.
 * May be async, with a limit of 1 s. */
export type Hook = (value: unknown) => unknown;

/** OF4 */
export type OfferPhase =
  'display' | 'impression' | 'click' | 'decline' | 'timeout' | 'remove';

/** What `on` tells, by type; frozen (API2). */
export interface BeckonEvents {
  readonly ready: { readonly site: string };
  readonly page: {
    readonly url: string;
    readonly title: string;
    readonly sections: readonly string[];
    readonly referrer?: string;
  };
  readonly attribute: {
    readonly attribute: EngagementAttribute;
    /** Made by the data-layer bridge (API4). */
    readonly bridged?: boolean;
  };
  readonly offer: {
    readonly phase: OfferPhase;
    readonly engagement: string;
    readonly campaign: string;
    readonly zone: string;
  };
  readonly window: {
    readonly state: 'opened' | 'minimized' | 'maximized' | 'closed';
    readonly engagement?: string;
  };
  readonly conversation: {
    readonly phase: 'started' | 'message' | 'read' | 'ended' | 'survey';
    readonly conversationId?: string;
    readonly engagement?: string;
  };
  readonly session: {
    /** Epoch ms. */
    readonly startedAt: number;
    /** Sessions of this visitor, the present one included. */
    readonly visits: number;
  };
  readonly problem: Problem;
}

export type EventType = keyof BeckonEvents;

export type Listener<Type extends EventType> = (
  event: BeckonEvents[Type],
) => void;

/** What went wrong: a code of the list, and facts; words are the inspector's. */
export interface Problem {
  readonly code: string;
  /** The command, or the path into an attribute. */
  readonly path?: string;
  readonly arrived?: unknown;
  readonly expected?: string;
}

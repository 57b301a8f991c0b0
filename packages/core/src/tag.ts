import type {
  createEngine,
  Engine,
  EngineState,
  OfferState,
  TabDecision,
} from '@beckon/rules';
import type {
  PageConfig,
  PublishedCreative,
  VisitorEngagement,
  VisitEvent,
} from '@beckon/schema/types';
import type {
  BeckonEvents,
  ConsentChange,
  EventType,
  HookName,
  OpenWish,
} from './api.ts';
import type { Bus } from './bus.ts';
import type { Offer } from './offers.ts';
import type { Look, Ports } from './ports.ts';
import type { Settings } from './settings.ts';

/** What the parts of a tag share, chunks included. */
export interface Tag {
  readonly ports: Ports;
  readonly settings: Settings;
  readonly bus: Bus;
  readonly config: PageConfig;
  readonly consent: { storage: boolean; tracking: boolean };
  /** This tab's name among the tabs of the origin. */
  readonly name: string;
  engine: Engine;
  /** What the page had shown, by zone; the engine knows nothing of it. */
  readonly forced: Record<string, ForcedOffer>;
  /** What this tab told since the page was loaded; the newest 200. */
  log: VisitEvent[];
  /** Between a `pagehide` and a `pageshow` nothing happens in the page. */
  isShown: boolean;
  /** The window is open: offers outside `proactive` are not shown (SL4). */
  isWindowOpen: boolean;
  /** Settles when what the page reported has been read, or cannot be: there is
   * no decision before. */
  reporting: Promise<void> | undefined;
  /** Asks for the availability of skills, for the first time or again. */
  ask(skills: readonly string[], isAgain?: boolean): void;
  /** Begins with what was kept, and a page view. */
  enter(): Promise<void>;
  /** Goes on from a state. */
  begin(state: EngineState): void;
  /** Takes in what happens in this tab, and decides. */
  tell(event: OwnEvent): void;
  /** Takes in an event of any tab, or of none. */
  learn(event: UnstampedEvent): void;
  /** Decides, once all that happens now has happened. */
  plan(): void;
  /** Tells listeners, of the page view first. */
  happened<Type extends EventType>(type: Type, event: BeckonEvents[Type]): void;
  /** How an offer looks; rejects when that cannot be told, or a hook stops it. */
  look(offer: Offer): Promise<Look>;
  run(name: string, ...given: readonly unknown[]): void;
  /**
   * What a chunk brings for this tag.
   *
   * @param integrity Of a chunk that only another chunk knows.
   */
  part<Part>(name: string, integrity?: string): Promise<Part>;

  // The chunk `keep` puts its own here, and nothing attends before.
  /** An offer is drawn, or was looked at again by a decision. */
  attend(offer: Offer): void;
  /** Hands what this tab was told to other tabs. */
  share(event: VisitEvent): void;
  /** Something was decided: it is time to write it down. */
  decided(decision: TabDecision): void;
  /** The page, or the tag, goes away. */
  leave(): void;

  // Other chunks put theirs here, once there is one.
  /** Asks the page's hooks: the chunk `extras`. */
  runHooks?: RunHooks;
  /** The visitor's consent has changed: the chunk `window`. */
  storageChanged?(): void;
}

export interface ForcedOffer extends Pick<
  OfferState,
  'creative' | 'engagement'
> {
  /** The page view for which it was asked; of the session, from 1. */
  readonly page: number | undefined;
}

/** How an engagement looks in one state of availability. */
export type Arrange = (
  engagement: VisitorEngagement,
  creative: PublishedCreative | undefined,
) => Look;

/** What the chunk `modules` brings. */
export type ModulesPart = Parameters<typeof createEngine>[2];

/** What the chunk `keep` brings, besides what it puts into the tag. */
export interface KeepPart {
  /** The command `consent`. */
  consent(change: ConsentChange): void;
  /** Has the other tabs log out, too. */
  logout(): void;
}

/** What the chunk `window` brings: three commands, and what a logout and a
 * sign of interest do. */
export interface WindowPart {
  open(wish?: OpenWish): void;
  /** Draws what that would show, out of sight (WM7). */
  prepare(wish: OpenWish): void;
  minimize(): void;
  close(): void;
  /** Its token, conversation, drafts and transcripts are gone. */
  forget(): void;
}

/** Has the page's hooks of a name change a value; `next` gets it, unless one of
 * them stopped it. At once where there are none. */
export type RunHooks = (
  name: HookName,
  value: object,
  next: (value: unknown) => void,
  stopped?: () => void,
) => void;

/** What the chunk `mask` brings. */
export interface MaskPart {
  /** What may leave the browser of an event (DP1). */
  event<Type extends EventType>(
    type: Type,
    event: BeckonEvents[Type],
  ): BeckonEvents[EventType];
}

/** What the chunk `offers` brings. */
export interface OffersPart {
  /** Waits for the page's container of an embedded one. */
  arrange(...of: Parameters<Arrange>): Promise<Look>;
}

type Without<Keys extends string, Event> = Event extends unknown
  ? Omit<Event, Keys>
  : never;

/** An event whose moment the tag adds. */
export type UnstampedEvent = Without<'at', VisitEvent>;

/** An event in this tab: its name is added, too. */
export type OwnEvent = Without<'at' | 'tab', VisitEvent>;

/** A chunk hands this over; it is called once for each tag. */
export type MakePart<Part> = (tag: Tag) => Part;

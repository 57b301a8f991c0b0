import type { Availability, Platform } from '@beckon/schema/types';
import type { WindowLook } from './look.ts';
import type { TalkPart } from './talk/talk-part.ts';
import type { MorePart } from './view/scene.ts';
import type { Kit } from './lent.ts';
import type { Texts } from './texts/texts.ts';

/*
 * What the window needs of the tag, and gives it. The tag binds it in
 * `chunk.ts`, the full page of WM4 in `page.ts`, tests pretend it.
 */

export type Stop = () => void;

/** What `beckon('open', …)` is given; a click on an offer, its engagement. */
export interface OpenWish {
  readonly engagement?: string;
  /** Sent at once (WF9). */
  readonly message?: string;
  readonly skill?: string;
}

/** The commands of the page. */
export interface WindowPart {
  open(wish?: OpenWish): void;
  /**
   * A click on the offer may come: the panel is drawn out of sight, which the
   * click then only shows. Nobody is told, nothing is asked for or kept.
   *
   * @throws Never; where it would not be a panel nothing happens.
   * @see SPEC.md WM7
   */
  prepare(wish: OpenWish): void;
  minimize(): void;
  close(): void;
  /** The visitor logged out: conversation, drafts, transcripts and token go. */
  forget(): void;
}

/** An engagement, as far as the window goes by it. */
export interface EngagementFacts {
  readonly id: string;
  readonly skill: string;
  /** Of the config's windows. */
  readonly window: string;
  /** BCP 47; absent: the page's. */
  readonly locale?: string;
}

export type WindowEvents = {
  window: {
    readonly state: 'opened' | 'minimized' | 'maximized' | 'closed';
    readonly engagement?: string;
  };
  conversation: {
    readonly phase: 'started' | 'message' | 'read' | 'ended';
    readonly conversationId?: string;
    readonly engagement?: string;
  };
};

export type HookName = 'before-open' | 'before-message' | 'after-message';

export interface WindowHost {
  /** As it stands in URLs. */
  readonly site: string;
  /** The gateway's, without a slash at its end. */
  readonly origin: string;
  /** This tab's name among the tabs of the origin. */
  readonly tab: string;
  readonly looks: Readonly<Record<string, WindowLook>>;
  /** The window's second file; rejects when it cannot be had. */
  talk(): Promise<TalkPart>;
  /** Its third; rejects when it cannot be had. */
  more(): Promise<(kit: Kit) => MorePart>;
  /** Texts that are not built in; undefined when there are none (WI1). Rejects
   * when they cannot be had. */
  texts(language: string): Promise<Texts | undefined>;
  visitorId(): string;
  /** May anything be written on the device (ST1)? It can change. */
  mayStore(): boolean;
  engagement(id: string): EngagementFacts | undefined;
  /** The tag's last answer; undefined: not known. */
  availability(skill: string): Availability | undefined;
  /** The page's and the browser's languages, first the page's (WI2). */
  languages(): readonly string[];
  platform(): Platform;
  isVisible(): boolean;
  tell<Type extends keyof WindowEvents>(
    type: Type,
    event: WindowEvents[Type],
  ): void;
  /** Runs the page's hooks; `next` gets what they made of the value. */
  hook(
    name: HookName,
    value: object,
    next: (value: unknown) => void,
    stopped?: () => void,
  ): void;
  /** SL4: offers give way to the window while it is open. */
  occupy(isOpen: boolean): void;
  /** The page is another, or has another title. */
  onPage(run: () => void): void;
  /** `storage` of the visitor's consent has changed. */
  onConsent(run: () => void): void;

  /** Epoch ms. */
  now(): number;
  later(run: () => void, ms: number): Stop;
  newId(): string;
  /** Events of the browser's window, guarded, undone at the tag's end. */
  on(type: string, run: (event: Event) => void): Stop;
  /** Also undoes this at the tag's end. */
  undo(stop: Stop): Stop;
}

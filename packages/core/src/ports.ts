import type { BrowserSigns } from '@beckon/rules/platform-of';
import type { CreativeNode } from '@beckon/schema/types';

/*
 * All that the core touches of the world. `createBrowserPorts` makes them of a
 * browser, `@beckon/testkit` pretends them; nothing else of the core knows of
 * time, randomness, storage, network or DOM.
 */
export interface Ports {
  /** Epoch ms. */
  now(): number;
  later(run: () => void, ms: number): Stop;
  /**
   * The page has painted once more, or 200 ms have gone, as where nobody sees
   * it: what the page shows comes before what we do. The next task, where all
   * of the page is there and was painted (HP5).
   */
  untilPainted(): Promise<void>;
  /** 128 random bits, as text. */
  newId(): string;

  /** What the page says of itself now. */
  page(): PageFacts;
  /** The tab is in sight; also among `page()`, for less. */
  isVisible(): boolean;
  /** A URL as the page's own links are read; throws for what is none. */
  resolve(url: string): string;
  browser(): BrowserFacts;
  /** It waits to be shown, if ever, when the tag begins (PG5). */
  readonly isPrerendering: boolean;
  /** Events of the window, or that pass through it on their way down. */
  on(type: string, run: (event: Event) => void): Stop;
  /**
   * The URL may have changed, by the page's own routing (PG1).
   *
   * @returns False: the browser does not tell.
   */
  onRoute(run: () => void): boolean;
  announce(type: string, detail: object): void;
  /** An error of the page's own code (API2). */
  reportError(error: unknown): void;

  /**
   * The text that was kept; empty where there is none, or no way to it (ST5).
   *
   * @param part Of another part than the engine: `-window`.
   */
  recall(part?: string): string;

  /** @returns Parsed JSON; rejects when there was none within 10 s. */
  getJson(path: string): Promise<unknown>;
  /**
   * @param integrity Of a chunk that the core does not know.
   * @returns What a chunk registers; rejects when it cannot be had.
   */
  loadChunk(name: string, integrity?: string): Promise<unknown>;
  draw(look: Look, engagement: string, hear: HearOffer): Drawn;
  /** Also undoes this at the end. */
  undo(stop: Stop): Stop;
  /** Removes every listener, timer and node. */
  stop(): void;
}

export type Stop = () => void;

export interface PageFacts {
  /** Absolute, as the browser serialises it. */
  readonly url: string;
  readonly title: string;
  readonly lang: string;
  readonly visible: boolean;
  /** Of another origin, else empty (AU1). */
  readonly referrer: string;
}

export interface BrowserFacts extends BrowserSigns {
  readonly language: string;
}

export interface Look {
  readonly tree: readonly CreativeNode[];
  readonly css: string;
  /** Puts it where it belongs; else it lies over the page. */
  mount?(host: HTMLElement): void;
}

/** A visitor used an offer. */
export type HearOffer = (what: 'click' | 'decline') => void;

export interface Drawn {
  readonly host: HTMLElement;
  remove(): void;
}

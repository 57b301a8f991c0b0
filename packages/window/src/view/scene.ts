import type { ComponentType, RefObject } from 'preact';
import type { WindowActions, WindowState } from '../model/window-state.ts';
import type { Words } from '../texts/pick-texts.ts';
import type { Texts } from '../texts/texts.ts';

/** What every part of the window needs. */
export interface Scene {
  readonly state: WindowState;
  /** The closed window is drawn all the same, out of sight (WM7). */
  readonly isAhead: boolean;
  readonly actions: WindowActions;
  readonly words: Words;
  /** What `chunk-more.ts` brings, once it is there. */
  readonly more: MorePart | undefined;
  /** The visitor wants what it brings. */
  askMore(): void;
  /** Epoch ms. */
  now(): number;
}

type Element = RefObject<HTMLElement | null>;

export interface MenuProps {
  /** Where it stands, with the button that opens it. */
  readonly tools: Element;
  readonly onClose: () => void;
  readonly onEnd: () => void;
}

/** The window's third file: what is seen once something was said, and what is
 * seldom asked for. The composer is there before it. */
export interface MorePart {
  /** In English; what the first file does not have of them. */
  readonly texts: Partial<Texts>;
  readonly css: string;
  setScene(scene: Scene): void;
  readonly Announcer: ComponentType;
  readonly Ended: ComponentType;
  readonly EndQuestion: ComponentType<{ readonly onClose: () => void }>;
  readonly Masked: ComponentType;
  readonly Menu: ComponentType<MenuProps>;
  readonly Notices: ComponentType;
  readonly ResizeHandle: ComponentType<{ readonly dialog: Element }>;
  readonly Transcript: ComponentType;
}

// One window is drawn at a time, and always as a whole: a context of Preact's
// would be the same for more bytes, and would not reach into the other file.
let scene: Scene | undefined;

/** To be called before anything is drawn. */
export function setScene(next: Scene): void {
  scene = next;
}

export function useScene(): Scene {
  if (!scene) throw new Error('Failed to draw: no scene. Draw inside Root.');
  return scene;
}

import type { Availability } from '@beckon/schema/types';
import type { WindowLook } from '../look.ts';
import type { Size } from './memory.ts';
import type { Talk } from './talk.ts';

/** `panel`: in the page's corner (WM1); `full`: over all of it (WM2); `page`: a
 * tab of its own (WM4). */
export type Mode = 'panel' | 'full' | 'page';

export type View = 'open' | 'minimized' | 'closed';

/** Everything that the window draws. Never changed in place. */
export interface WindowState {
  readonly talk: Talk;
  readonly view: View;
  readonly mode: Mode;
  /** The visitor asked for it just now: it takes the focus. */
  readonly isAsked: boolean;
  /** `lost` for a while already, and tried again by itself. */
  readonly connection: 'good' | 'lost';
  /** DL4: what was missed has not come. */
  readonly isIncomplete: boolean;
  readonly unread: number;
  /** As it is being written here; `talk.draft` is masked. */
  readonly draft: string;
  readonly isMuted: boolean;
  /** WF2: the visitor asked for the browser's notifications. */
  readonly isNotified: boolean;
  /** WF8: something that was just written is shown masked. */
  readonly hasMasked: boolean;
  /** As the visitor made it; absent: as the site has it. */
  readonly size?: Size;
  readonly fromEnd: number;
  readonly availability?: Availability;
  readonly look: WindowLook;
  readonly languages: readonly string[];
}

/** What the visitor can do in it. */
export interface WindowActions {
  open(): void;
  minimize(): void;
  close(): void;
  /** What stands in the composer. */
  write(text: string): void;
  send(): void;
  retry(clientId: string): void;
  drop(clientId: string): void;
  end(): void;
  again(): void;
  /** All of the transcript was seen. */
  seen(): void;
  scrolled(fromEnd: number): void;
  resize(size: Size): void;
  mute(isMuted: boolean): void;
  /** Absent where there are no notifications. */
  readonly notify?: (isNotified: boolean) => void;
  reconnect(): void;
  /** Absent where it is not possible. */
  readonly popOut?: () => void;
}

import type { MaskSettings } from '@beckon/schema/masking';
import type { PageRef, StartFrame } from '@beckon/schema/types';
import type { WindowHost } from '../host.ts';
import type { WindowState } from '../model/window-state.ts';
import type { Archive } from './archive.ts';
import type { TalkNeeds } from './say.ts';
import type { Speaker, SpeakerNeeds } from './speaker.ts';
import type { TellTale, TellTaleNeeds } from './tell-tale.ts';

/** What goes to the agent when a conversation starts. */
export type VisitReport = Pick<
  StartFrame,
  'attributes' | 'device' | 'journey' | 'page' | 'reason' | 'visit'
>;

/** What the site reports (EA). */
export interface AttributeSource {
  /** Masked. */
  read(): StartFrame['attributes'];
  /** Something was reported in this tab. */
  on(run: () => void): void;
}

/** What an agent gets to see of a visit. */
export interface Report {
  /** What must not leave the browser becomes `*`. */
  mask(text: string): string;
  /** For the tab of WM4, which masks, too. */
  readonly masking: MaskSettings;
  /** Masked. */
  page(): PageRef;
  /** Absent in the tab of WM4, where no site reports anything. */
  readonly attributes?: AttributeSource;
  /** Masked. */
  report(engagement: string | undefined): VisitReport;
}

/**
 * The window's second file: all that leaves the browser, the masks that come
 * before it (DP1), and what happens when something comes. The composer is there
 * first.
 */
export interface TalkPart extends Pick<Report, 'mask' | 'page'> {
  createSpeaker(needs: SpeakerNeeds): Speaker;
  readonly archive: Archive;
  createTellTale(
    host: WindowHost,
    read: () => WindowState,
    needs: TellTaleNeeds,
  ): TellTale;
  /** Says it, masked; the first begins the conversation (WN3). */
  say(needs: TalkNeeds, text: string): void;
  /** Begins the conversation, where it has not begun. */
  start(needs: TalkNeeds): void;
  handOver(
    host: Pick<WindowHost, 'mayStore' | 'visitorId'>,
    code: string,
    state: WindowState,
    token: string | undefined,
  ): Promise<void>;
  /** No token of this consumer's is good any more. */
  revoke(token: string): void;
  /** A visitor did something: browsers allow sound from now on. */
  wake(): void;
}

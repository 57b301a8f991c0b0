import type { MaskSettings } from '@beckon/schema/masking';
import type { PageRef, StartFrame } from '@beckon/schema/types';
import type { RecordName } from '../ports.ts';
import type { findLinks } from './find-links.ts';
import type { groupMessages } from './group.ts';
import type { readMarkdown } from './read-markdown.ts';
import type { Speaker, SpeakerNeeds } from './speaker.ts';

/** What goes to the agent when a conversation starts. */
export type VisitReport = Pick<
  StartFrame,
  'attributes' | 'device' | 'journey' | 'page' | 'reason' | 'visit'
>;

/**
 * The window's second chunk: all that leaves the browser, the masks that come
 * before it (DP1), and how a transcript is read. The composer is there first.
 */
export interface TalkPart {
  /** What must not leave the browser becomes `*`. */
  mask(text: string): string;
  /** For the tab of WM4, which masks, too. */
  readonly masking: MaskSettings;
  /** Masked. */
  page(): PageRef;
  /** Masked. */
  report(engagement: string | undefined): VisitReport;
  createSpeaker(needs: SpeakerNeeds): Speaker;
  readonly database: Database;
  readonly groupMessages: typeof groupMessages;
  readonly findLinks: typeof findLinks;
  readonly readMarkdown: typeof readMarkdown;
}

/** Of the device; each call may fail in silence (ST5). */
export interface Database {
  read(record: RecordName): Promise<unknown>;
  write(record: RecordName, value: unknown): Promise<void>;
}

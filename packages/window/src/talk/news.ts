import type { AttributesFrame } from '@beckon/schema/types';
import type { SpeakerNeeds } from './speaker.ts';
import type { AttributeSource } from './talk-part.ts';

/** What the site reports, for one conversation. */
export type News = Omit<AttributesFrame, 'type'>;

/** What a page reports at once is told at once. */
const NEWS_MS = 1000;

/** The same for the same list; that two of one talk share it is next to
 * impossible (FNV-1a, 32 bits). */
export const nameOf = (attributes: News['attributes']): string => {
  let hash = 0;
  for (const char of JSON.stringify(attributes))
    hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  return `${hash}`;
};

/**
 * Looks at what the site reports, at most once a second (WN8). What it reported
 * before a conversation began goes with the start.
 *
 * @returns To be called where something may have been reported: on a page, and
 * while a start was on its way.
 */
export function createLook(
  source: AttributeSource | undefined,
  { later, read }: Pick<SpeakerNeeds, 'later' | 'read'>,
  told: (news: News) => void,
): () => void {
  let isDue = false;
  const look = () => {
    if (!source || isDue) return;
    isDue = true;
    later(() => {
      isDue = false;
      const { conversationId } = read();
      const attributes = source.read();
      if (conversationId)
        told({ conversationId, clientId: nameOf(attributes), attributes });
    }, NEWS_MS);
  };
  source?.on(look);
  return look;
}

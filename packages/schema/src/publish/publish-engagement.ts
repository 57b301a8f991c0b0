import type { AuthoredCreative } from '../config/creative.ts';
import type { AuthoredEngagement } from '../config/engagement.ts';
import { foldText } from '../fold-text.ts';
import type { PublishedCreative } from '../creative.ts';
import type { EngagementFormat, PublishedEngagement } from '../published.ts';
import type { NameIndex } from './name-index.ts';
import { publishCreative } from './publish-creative.ts';
import { stickyLook } from './sticky-look.ts';
import type { UniqueList } from './unique-list.ts';

const MS = 1000;
const DAY_MS = 86_400_000;

/** The skill of a conversation that names none. */
export const DEFAULT_SKILL = 'default';

/** What engagements share with the rest of the config. */
export interface EngagementContext {
  readonly entryPoints: NameIndex;
  readonly behaviors: NameIndex;
  readonly creatives: UniqueList<PublishedCreative>;
}

type Creatives = PublishedEngagement['creative'];

/** A content engagement asks for no availability: it reads `online` alone. */
const publishCreatives = (
  engagement: AuthoredEngagement,
  { creatives }: EngagementContext,
): Creatives => {
  const { kind, creative } = engagement;
  const { online, busy, offline } = creative;
  const asks = kind === 'conversation';
  const put = (authored: AuthoredCreative) => {
    const published = publishCreative(authored);
    const look = stickyLook(engagement, published);
    return creatives.indexOf(look ? { ...published, look } : published);
  };
  return {
    ...(online && { online: put(online) }),
    ...(asks && busy && { busy: put(busy) }),
    ...(asks && offline && { offline: put(offline) }),
  };
};

/** Where a click leads (OF2). */
const publishClick = (engagement: AuthoredEngagement) => {
  const { kind, window, url, target = 'same' } = engagement;
  if (kind === 'conversation') return { window };
  return url === undefined ? {} : { url, target };
};

/** An engagement that the tag draws, as the engine reads it. */
export const publishEngagement = (
  engagement: AuthoredEngagement,
  format: EngagementFormat,
  campaign: number,
  context: EngagementContext,
): PublishedEngagement => {
  const { id, kind, zone, skill, language, placement } = engagement;
  const { delaySeconds, durationSeconds, snoozeDays } = engagement;
  return {
    id,
    campaign,
    kind,
    format,
    // Formats that can take one zone alone may leave it out.
    zone: zone ?? 'proactive',
    entryPoints: context.entryPoints.indexesOf(engagement.entryPoints),
    behaviors: context.behaviors.indexesOf(engagement.behaviors),
    language: language ? `${foldText(language).split('-')[0]}-` : '',
    ...(language !== null && { locale: language }),
    skill: kind === 'conversation' ? (skill ?? DEFAULT_SKILL) : '',
    delayMs: Math.round(delaySeconds * MS),
    durationMs:
      durationSeconds && Math.max(1, Math.round(durationSeconds * MS)),
    snoozeMs: Math.round(snoozeDays * DAY_MS),
    creative: publishCreatives(engagement, context),
    ...publishClick(engagement),
    ...(placement && { placement }),
  };
};

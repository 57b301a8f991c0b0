import type { AuthoredEngagement } from '../config/engagement.ts';
import { NO_END } from '../constants.ts';
import { foldText } from '../fold-text.ts';
import type { EngagementFormat, PublishedEngagement } from '../published.ts';
import type { NameIndex } from './name-index.ts';
import { publishCreative } from './publish-creative.ts';

const MS = 1000;
const DAY_MS = 86_400_000;

/** The skill of a conversation that names none. */
export const DEFAULT_SKILL = 'default';

export interface EngagementNames {
  readonly entryPoints: NameIndex;
  readonly behaviors: NameIndex;
}

type Creatives = PublishedEngagement['creative'];

/** A content engagement asks for no availability: it reads `online` alone. */
const publishCreatives = ({
  kind,
  creative: { online, busy, offline },
}: AuthoredEngagement): Creatives => {
  const asks = kind === 'conversation';
  return {
    ...(online && { online: publishCreative(online) }),
    ...(asks && busy && { busy: publishCreative(busy) }),
    ...(asks && offline && { offline: publishCreative(offline) }),
  };
};

/** Where a click leads (OF2). */
const publishClick = (engagement: AuthoredEngagement) => {
  const { kind, window, url, target = 'same' } = engagement;
  if (kind === 'conversation') return { window };
  return url === undefined ? {} : { url, target };
};

/** What an engagement takes over from its campaign, and where that stands. */
export type CampaignPlace = Pick<
  PublishedEngagement,
  'campaign' | 'audiences' | 'schedule' | 'groups'
>;

/** An engagement that the tag draws, as the engine reads it. */
export const publishEngagement = (
  engagement: AuthoredEngagement,
  format: EngagementFormat,
  campaign: CampaignPlace,
  names: EngagementNames,
): PublishedEngagement => {
  const { id, kind, zone, skill, language, placement } = engagement;
  const { delaySeconds, durationSeconds, snoozeDays } = engagement;
  return {
    id,
    ...campaign,
    kind,
    format,
    // Formats that can take one zone alone may leave it out.
    zone: zone ?? 'proactive',
    entryPoints: names.entryPoints.indexesOf(engagement.entryPoints),
    behaviors: names.behaviors.indexesOf(engagement.behaviors),
    language: language ? `${foldText(language).split('-')[0]}-` : '',
    ...(language !== null && { locale: language }),
    skill: kind === 'conversation' ? (skill ?? DEFAULT_SKILL) : '',
    delayMs: Math.round(delaySeconds * MS),
    durationMs:
      durationSeconds === null ? NO_END : Math.round(durationSeconds * MS),
    snoozeMs: Math.round(snoozeDays * DAY_MS),
    creative: publishCreatives(engagement),
    ...publishClick(engagement),
    ...(placement && { placement }),
  };
};

import type {
  Availability,
  EngagementAttribute,
  Geo,
  Platform,
} from '@beckon/schema/types';
import type { AuthoredConfig, PagePatterns } from './authored.ts';
import type { Moment } from './clock.ts';
import { matchesText, matchesUrl } from './patterns.ts';
import type { Tab, View } from './page-views.ts';
import type { OfferNews, Sign } from './session.ts';

/** All that conditions and selection look at, at one moment. */
export interface Facts {
  readonly config: AuthoredConfig;
  readonly visitorId: string;
  readonly moment: Moment;
  /** The present one counts. */
  readonly visits: number;
  readonly startedAt: number;
  readonly referrer: string;
  readonly tabs: ReadonlyMap<string, Tab>;
  readonly views: readonly View[];
  readonly attributes: readonly EngagementAttribute[];
  readonly signs: readonly Sign[];
  readonly offers: readonly OfferNews[];
  readonly conversationOpen: boolean;
  readonly browser: BrowserFacts;
  readonly skills: Readonly<Record<string, Availability>>;
  /** Null: no answer (AU2). */
  readonly geo: Geo | null;
  /** Of all sessions. */
  readonly declines: readonly Decline[];
  /** Conditions that were looked at in these facts already. */
  readonly answers: Map<object, boolean>;
}

/** Asks once whether a condition holds in the same facts. */
export function askOnce<Condition extends object>(
  { answers }: Facts,
  condition: Condition,
  ask: () => boolean,
): boolean {
  const answer = answers.get(condition) ?? ask();
  answers.set(condition, answer);
  return answer;
}

export interface BrowserFacts {
  readonly platform?: Platform;
  readonly language?: string;
  readonly timeZone?: string;
}

export interface Decline {
  readonly engagement: string;
  readonly at: number;
}

/** Whether a page view is in an entry point (EP1). */
export function isInEntryPoint(
  config: AuthoredConfig,
  view: View,
  name: string,
): boolean {
  const entryPoint = config.entryPoints[name];
  if (!entryPoint || !matchesPage(entryPoint, view)) return false;
  return !matchesPage(entryPoint.exclude ?? {}, view);
}

function matchesPage(patterns: PagePatterns, view: View): boolean {
  return (
    matchesUrl(patterns.url ?? [], view.url) ||
    matchesText(patterns.title ?? [], view.title) ||
    view.sections.some((each) => matchesText(patterns.section ?? [], each))
  );
}

import type { SiteConfig } from '../config/site-config.ts';
import { NO_END } from '../constants.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const SEARCH_PARAMS = ['q', 'utm_term', 'keyword'];

/** A trailing `*` stands for any rest (PG2). */
const paramPattern = (params: readonly string[]): string => {
  const names = params.map((param) =>
    param
      .toLowerCase()
      .replace(/[\\^$.+?()[\]{}|/]/g, '\\$&')
      .replace(/\*(?!$)/g, '\\*')
      .replace(/\*$/, '[^]*'),
  );
  return names.length ? `^(${names.join('|')})$` : '(?!)';
};

/** What holds for the whole site. */
export const publishSettings = (config: SiteConfig) => ({
  enabled: config.enabled,
  session: {
    idleMs: Math.round(config.session.idleMinutes * MINUTE_MS),
    maxMs: Math.round(config.session.maxHours * HOUR_MS),
  },
  controlGroup: config.controlGroup,
  selection: config.selection,
  proactiveCap: {
    conversation: config.proactiveCap.conversation ?? NO_END,
    content: config.proactiveCap.content ?? NO_END,
  },
  ignoreParams: paramPattern(config.ignoreParams),
  searchParams: [...new Set([...SEARCH_PARAMS, ...config.searchParams])],
  attribution: config.attribution,
});

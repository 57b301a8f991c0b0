import { decodePercent } from '@beckon/schema/text';
import type { Day } from '@beckon/schema/types';
import { DAY_MS, timeSince } from './days.ts';
import type { RareAudiences } from './module-types.ts';
import { inRange } from './patterns/in-range.ts';
import { matchUrl, splitUrl } from './patterns/match-url.ts';
import { absorb } from './session/take-attribute.ts';
import { config, session, state } from './visit.ts';

/** Referrer, search keywords, age and time since registration (AU1). */
export const rareAudiences: RareAudiences = {
  facts: () => ({ referrer: session.referrer, keywords: readKeywords() }),
  passes: ({ urls, range, since }, value) => {
    // Only the referrer is asked for its URL.
    if (urls) {
      const url = splitUrl(value as string);
      return urls.some((pattern) => matchUrl(pattern, url));
    }
    // Only dates of attributes, which were decoded, are asked for.
    const date = value as Day;
    return (
      !!range && !!since && inRange(range, timeSince(since, date, state.at))
    );
  },
  readDay: () => {
    for (const attribute of Object.values(session.merged))
      if (attribute) absorb(attribute);
    return (Math.floor(state.at / DAY_MS) + 1) * DAY_MS;
  },
};

function readKeywords(): string[] {
  return splitUrl(session.landing)
    .search.slice(1)
    .split('&')
    .map((pair) => decodePercent(pair.replace(/\+/g, ' ')).split('='))
    .flatMap(([name = '', ...value]) =>
      config.searchParams.includes(name) ? value.join('=') : [],
    );
}

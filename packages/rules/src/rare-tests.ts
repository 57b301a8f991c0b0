import { MAX_TESTED_CHARS } from '@beckon/schema/constants';
import { canonicalQuery, decodePercent } from '@beckon/schema/text';
import type { Day } from '@beckon/schema/types';
import { DAY_MS, timeSince } from './days.ts';
import type { RareTests } from './module-types.ts';
import { inRange } from './patterns/in-range.ts';
import { matches, subjectOfUrl } from './patterns/match.ts';
import { absorb } from './session/take-attribute.ts';
import { atWork, config, session, state } from './visit.ts';

/** Referrer, search keywords, age and time since registration (AU1), queries in
 * URL patterns (PT2). */
export const rareTests: RareTests = {
  facts: () => ({
    referrer: session.referrer.slice(0, MAX_TESTED_CHARS),
    keywords: readKeywords(),
  }),
  passes: ({ urls, within, since }, value) => {
    if (urls) {
      // Only the referrer is asked for its URL.
      const url = subjectOfUrl(value as string);
      return urls.some((pattern) => matches(pattern, url));
    }
    // Only dates of attributes, which were decoded, are asked for.
    const date = value as Day;
    return (
      !!within && !!since && inRange(within, timeSince(since, date, state.at))
    );
  },
  query: canonicalQuery,
  readDay: () => {
    atWork.fitting.clear();
    for (const attribute of Object.values(session.merged))
      if (attribute) absorb(attribute);
    return (Math.floor(state.at / DAY_MS) + 1) * DAY_MS;
  },
};

function readKeywords(): string[] {
  const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(session.landing) ?? [];
  return query
    .split('&')
    .map((pair) => decodePercent(pair.replace(/\+/g, ' ')).split('='))
    .flatMap(([name = '', ...value]) =>
      config.searchParams.includes(name) ? value.join('=') : [],
    );
}

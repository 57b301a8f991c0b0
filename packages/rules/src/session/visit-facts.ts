import { decodePercent } from '@beckon/schema/text';
import { splitUrl } from '../patterns/match-url.ts';
import type { EngineState } from '../state.ts';

/** What audiences can ask of a visit itself (AU1, AU2). */
export function visitFacts(
  { browser, geo, visitor, session }: EngineState,
  searchParams: readonly string[],
): unknown {
  return {
    ...browser,
    ...geo,
    visits: visitor.visits,
    referrer: session.referrer,
    keywords: splitUrl(session.landing)
      .search.slice(1)
      .split('&')
      .map((pair) => decodePercent(pair.replace(/\+/g, ' ')))
      .filter((pair) => searchParams.includes(pair.split('=')[0] ?? ''))
      .map((pair) => pair.replace(/^[^=]*=?/, '')),
  };
}

import { decodePercent } from '@beckon/schema/text';
import { splitUrl } from '../patterns/match-url.ts';
import { config, session, state } from '../visit.ts';

/** What audiences can ask of a visit itself (AU1, AU2). */
export function visitFacts(): unknown {
  return {
    ...state.browser,
    ...state.geo,
    visits: state.visitor.visits,
    referrer: session.referrer,
    keywords: splitUrl(session.landing)
      .search.slice(1)
      .split('&')
      .map((pair) => decodePercent(pair.replace(/\+/g, ' ')).split('='))
      .flatMap(([name = '', ...value]) =>
        config.searchParams.includes(name) ? value.join('=') : [],
      ),
  };
}

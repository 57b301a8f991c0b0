import { bundleSite } from '../serve/bundle-site.ts';
import { script, type Peer } from './contestant.ts';

/** An npm module: it comes in the site's own bundle, loaded with `async`. */
export async function createSnowplow(endpoint: string): Promise<Peer> {
  const path = '/snowplow/site.js';
  return {
    name: '@snowplow/browser-tracker',
    head: `<script async src="${endpoint}${path}"></script>`,
    answers: { [path]: script(await bundleSite('snowplow.js', endpoint)) },
    isEvent: ({ method, url }) =>
      method === 'POST' && url.includes('/com.snowplowanalytics.snowplow/'),
  };
}

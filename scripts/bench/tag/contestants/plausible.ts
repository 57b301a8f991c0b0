import { bundleSite } from '../serve/bundle-site.ts';
import { script, type Peer } from './contestant.ts';

/** An npm module: it comes in the site's own bundle, loaded with `async`. */
export async function createPlausible(endpoint: string): Promise<Peer> {
  const path = '/plausible/site.js';
  return {
    name: 'plausible-tracker',
    head: `<script async src="${endpoint}${path}"></script>`,
    answers: { [path]: script(await bundleSite('plausible.js', endpoint)) },
    isEvent: ({ url }) => url === `${endpoint}/api/event`,
  };
}

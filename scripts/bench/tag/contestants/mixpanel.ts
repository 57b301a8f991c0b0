import { readPackage } from '../serve/read-package.ts';
import { script, type Peer } from './contestant.ts';

/** The snippet that the package brings, and its file; settings of the README. */
export function createMixpanel(endpoint: string): Peer {
  const path = '/mixpanel/mixpanel.min.js';
  const snippet = readPackage(
    'mixpanel-browser/dist/mixpanel-jslib-snippet.min.js',
  );
  const settings = JSON.stringify({ autocapture: true, api_host: endpoint });
  return {
    name: 'mixpanel-browser',
    head: `<script>MIXPANEL_CUSTOM_LIB_URL="${endpoint}${path}";${snippet};mixpanel.init("token",${settings})</script>`,
    answers: {
      [path]: script(readPackage('mixpanel-browser/dist/mixpanel.min.js')),
    },
    isEvent: ({ method, url }) =>
      method === 'POST' && url.startsWith(`${endpoint}/track/`),
  };
}

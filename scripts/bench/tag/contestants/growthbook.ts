import { readPackage } from '../serve/read-package.ts';
import { json, script, type Peer } from './contestant.ts';

const KEY = 'sdk-bench';

/**
 * The script tag of its documentation. One experiment of the visual editor puts
 * an offer at the end of the page, which is the nearest that it has.
 */
export function createGrowthBook(endpoint: string): Peer {
  const path = '/growthbook/auto.min.js';
  return {
    name: '@growthbook/growthbook',
    head: `<script async data-client-key="${KEY}" data-api-host="${endpoint}" data-tracking="growthbook" data-event-ingestor-host="${endpoint}" src="${endpoint}${path}"></script>`,
    answers: {
      [path]: script(
        readPackage('@growthbook/growthbook/dist/bundles/auto.min.js'),
      ),
      [`/api/features/${KEY}`]: json(PAYLOAD),
    },
    isEvent: ({ method, url }) =>
      method === 'POST' && url.startsWith(`${endpoint}/track`),
  };
}

const PAYLOAD = {
  status: 200,
  features: {},
  experiments: [
    {
      key: 'offer',
      status: 'running',
      seed: 'offer',
      hashAttribute: 'id',
      hashVersion: 2,
      // Everybody gets the one that has the offer.
      weights: [0, 1],
      coverage: 1,
      meta: [{ key: '0' }, { key: '1' }],
      urlPatterns: [{ type: 'simple', include: true, pattern: '*' }],
      variations: [
        {},
        {
          domMutations: [
            {
              selector: 'body',
              action: 'append',
              attribute: 'html',
              value:
                '<a id="growthbook-offer" href="/offers" style="position:fixed;right:0;top:50%;padding:16px;background:#4338ca;color:#fff">Need a hand?</a>',
            },
          ],
        },
      ],
    },
  ],
  dateUpdated: '2026-11-20T00:00:00.000Z',
};

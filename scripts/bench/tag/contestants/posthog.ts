import { readPackage } from '../serve/read-package.ts';
import { json, script, type Peer } from './contestant.ts';

const KEY = 'phc_bench';

interface Wish {
  /** With one survey that shows at once, which is the nearest to an offer. */
  readonly hasSurvey: boolean;
}

/**
 * `array.js`, which its snippet loads. The snippet itself is not in the package:
 * what stands here leaves the same call for `array.js`, in fewer bytes.
 */
export function createPostHog(endpoint: string, { hasSurvey }: Wish): Peer {
  // A host of its own for each of the two: they answer differently.
  const host = `${endpoint}/${hasSurvey ? 'posthog-survey' : 'posthog'}`;
  const path = new URL(host).pathname;
  const settings = { api_host: host, defaults: '2026-05-30' };
  const call = JSON.stringify([KEY, settings, 'posthog']);
  return {
    name: hasSurvey ? 'posthog-js, a survey' : 'posthog-js',
    head: `<script>posthog=Object.assign([],{people:[],_i:[${call}],__SV:1})</script><script async crossorigin="anonymous" src="${host}/static/array.js"></script>`,
    answers: {
      [`${path}/static/array.js`]: script(
        readPackage('posthog-js/dist/array.js'),
      ),
      ...extensions(path),
      [`${path}/array/${KEY}/config.js`]: script(
        `(function(){window._POSTHOG_REMOTE_CONFIG=window._POSTHOG_REMOTE_CONFIG||{};window._POSTHOG_REMOTE_CONFIG["${KEY}"]={config:${JSON.stringify(remoteConfig(hasSurvey))},siteApps:[]}})();`,
      ),
      [`${path}/array/${KEY}/config`]: json(remoteConfig(hasSurvey)),
      [`${path}/flags/`]: json({ flags: {}, errorsWhileComputingFlags: false }),
      [`${path}/api/surveys/`]: json({ surveys: hasSurvey ? [SURVEY] : [] }),
    },
    isEvent: ({ method, url }) =>
      method === 'POST' && /^\/(e|i\/v0\/e)\//.test(url.slice(host.length)),
  };
}

const EXTENSIONS = ['surveys', 'dead-clicks-autocapture', 'web-vitals'];

/** It asks for those of its own version. */
function extensions(path: string): Peer['answers'] {
  const { version } = JSON.parse(readPackage('posthog-js/package.json')) as {
    version: string;
  };
  return Object.fromEntries(
    EXTENSIONS.map((name) => [
      `${path}/static/${version}/${name}.js`,
      script(readPackage(`posthog-js/dist/${name}.js`)),
    ]),
  );
}

/** What a project has that was made with nothing switched on besides. */
function remoteConfig(hasSurvey: boolean) {
  return {
    token: KEY,
    supportedCompression: ['gzip', 'gzip-js'],
    hasFeatureFlags: false,
    captureDeadClicks: false,
    capturePerformance: false,
    autocapture_opt_out: false,
    autocaptureExceptions: false,
    analytics: { endpoint: '/i/v0/e/' },
    elementsChainAsString: true,
    sessionRecording: false,
    heatmaps: false,
    surveys: hasSurvey,
    productTours: false,
    defaultIdentifiedOnly: true,
    siteApps: [],
  };
}

const SURVEY = {
  id: '0190f0a8-0000-7000-8000-000000000001',
  name: 'Offer',
  description: '',
  type: 'popover',
  start_date: '2026-01-01T00:00:00.000Z',
  end_date: null,
  schedule: 'always',
  questions: [
    {
      id: '0190f0a8-0000-7000-8000-000000000002',
      type: 'link',
      question: 'Need a hand?',
      buttonText: 'Chat now',
      link: 'https://shop.example/offers',
    },
  ],
  conditions: null,
  appearance: { position: 'right' },
};

import { createMask } from '@beckon/schema/masking';
import { createWindow } from '../src/create-window.ts';
import type { WindowHost } from '../src/host.ts';
import { createTalkPorts } from '../src/talk/browser-talk-ports.ts';
import { createTalkPart } from '../src/talk/create-talk-part.ts';

import { createMore } from '../src/view/more/create-more.ts';

/* The real window against a real gateway, on a page of this machine: for
 * real-talk.mjs. Only the tag is missing. Never shipped. */

const params = new URLSearchParams(location.search);
const masking = {
  realTime: [],
  builtIn: { cards: true, iban: true, ssn: true, email: false, phone: false },
};
const mask = createMask(masking);
const page = () => ({ url: location.href, title: document.title });
const told: unknown[] = [];
const host: WindowHost = {
  site: params.get('site') ?? '',
  origin: params.get('gateway') ?? '',
  tab: crypto.randomUUID(),
  looks: {},
  talk: () => Promise.resolve(part),
  more: () => Promise.resolve(createMore),
  texts: async () => undefined,
  visitorId: () => 'visitor-of-real-talk',
  mayStore: () => true,
  engagement: () => undefined,
  availability: () => 'online',
  languages: () => ['en'],
  platform: () => 'desktop',
  isVisible: () => !document.hidden,
  tell: (type, event) => told.push([type, event]),
  hook: (_name, value, next) => next(value),
  occupy: () => {},
  onPage: () => {},
  onConsent: () => {},
  now: () => Date.now(),
  later(run, ms) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  newId: () => crypto.randomUUID(),
  on(type, run) {
    addEventListener(type, run, true);
    return () => removeEventListener(type, run, true);
  },
  undo: (run) => run,
};
const part = createTalkPart(createTalkPorts(host), {
  mask,
  masking,
  page,
  report: () => ({ page: page(), journey: [], attributes: [] }),
});
const blocked = params.has('blocked');
if (blocked)
  Object.assign(window, {
    WebSocket: class {
      constructor() {
        throw new Error('blocked');
      }
    },
  });
Object.assign(window, { win: createWindow(host), told });

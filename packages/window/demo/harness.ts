import { createMask } from '@beckon/schema/masking';
import type { Availability, Platform } from '@beckon/schema/types';
import { createWindow } from '../src/create-window.ts';
import type { WindowHost } from '../src/host.ts';
import type { WindowLook } from '../src/look.ts';
import { createDatabase } from '../src/talk/database.ts';
import { findLinks } from '../src/talk/find-links.ts';
import { groupMessages } from '../src/talk/group.ts';
import { readMarkdown } from '../src/talk/read-markdown.ts';
import { createSpeaker } from '../src/talk/speaker.ts';
import {
  createFakeTalkGateway,
  ROBIN,
} from '../src/testing/fake-talk-gateway.ts';
import { de } from '../src/texts/de.ts';

/*
 * The real window on a page, against a gateway in the page: for screenshots and
 * for the tests of layout and accessibility. Never shipped.
 */

interface Options {
  readonly platform?: Platform;
  readonly languages?: readonly string[];
  readonly look?: WindowLook;
  readonly availability?: Availability;
}

const stop = () => {};
let ids = 0;

const MASKING = {
  realTime: [],
  builtIn: { cards: true, iban: true, ssn: true, email: false, phone: false },
};

function createPart(gateway: ReturnType<typeof createFakeTalkGateway>) {
  const page = () => ({ url: location.href, title: document.title });
  return {
    mask: createMask(MASKING),
    masking: MASKING,
    page,
    report: () => ({ page: page(), journey: [], attributes: [] }),
    database: createDatabase('beckon-demo-window'),
    findLinks,
    groupMessages,
    readMarkdown,
    createSpeaker: (needs: Parameters<typeof createSpeaker>[0]) =>
      createSpeaker(needs, {
        random: Math.random,
        connect: gateway.connect,
        tabs: {
          hasLocks: false,
          openChannel: () => ({ post: stop, close: stop }),
          takeLock: () => stop,
          onNavigate: stop,
        },
      }),
  };
}

function start(options: Options = {}) {
  let clock = 0;
  const now = () => Date.now() + clock;
  const gateway = createFakeTalkGateway(now);
  const part = createPart(gateway);
  const told: unknown[] = [];
  const host: WindowHost = {
    site: 'demo',
    origin: location.origin,
    tab: 'tab',
    looks: { default: options.look ?? {} },
    talk: () => Promise.resolve(part),
    texts: async (language) => (language === 'de' ? de : undefined),
    visitorId: () => 'v1',
    mayStore: () => false,
    engagement: () => undefined,
    availability: () => options.availability,
    languages: () => options.languages ?? ['en-GB'],
    platform: () => options.platform ?? 'desktop',
    isVisible: () => true,
    tell: (type, event) => told.push([type, event]),
    hook: (_name, value, next) => next(value),
    occupy: stop,
    onPage: stop,
    onConsent: stop,
    now,
    later(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    newId: () => `id ${++ids}`,
    on(type, run) {
      addEventListener(type, run);
      return () => removeEventListener(type, run);
    },
    undo: (run) => run,
  };
  const win = createWindow(host);
  return { win, gateway, told, ROBIN, wait: (ms: number) => (clock += ms) };
}

Object.assign(window, { start });

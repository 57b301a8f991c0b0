import { createMask } from '@beckon/schema/masking';
import type { Availability, Platform } from '@beckon/schema/types';
import { createWindow } from '../src/create-window.ts';
import type { WindowHost } from '../src/host.ts';
import type { WindowLook } from '../src/look.ts';
import { createDatabase } from '../src/talk/database.ts';
import { createSignal } from '../src/talk/signal.ts';
import { createTalkPart } from '../src/talk/create-talk-part.ts';
import {
  createFakeTalkGateway,
  ROBIN,
} from '../src/testing/fake-talk-gateway.ts';
import { de } from '../src/texts/de.ts';
import { createMore } from '../src/view/more/create-more.ts';

/*
 * The real window on a page, against a gateway in the page: for screenshots and
 * for the tests of layout and accessibility. Never shipped.
 */

interface Options {
  readonly platform?: Platform;
  readonly languages?: readonly string[];
  readonly look?: WindowLook;
  readonly availability?: Availability;
  /** The other files come when `release` is called. */
  readonly isWithheld?: boolean;
}

const stop = () => {};
let ids = 0;

const MASKING = {
  realTime: [],
  builtIn: { cards: true, iban: true, ssn: true, email: false, phone: false },
};

function createPart(gateway: ReturnType<typeof createFakeTalkGateway>) {
  const page = () => ({ url: location.href, title: document.title });
  return createTalkPart(
    {
      random: Math.random,
      connect: gateway.connect,
      post: async () => true,
      digest: async (text) => text,
      tabs: {
        hasLocks: false,
        openChannel: () => ({ post: stop, close: stop }),
        takeLock: () => stop,
        onNavigate: stop,
      },
      database: createDatabase('beckon-demo-window'),
      signal: createSignal('beckon-demo'),
    },
    {
      mask: createMask(MASKING),
      masking: MASKING,
      page,
      report: () => ({ page: page(), journey: [], attributes: [] }),
    },
  );
}

function start(options: Options = {}) {
  let clock = 0;
  const now = () => Date.now() + clock;
  const gateway = createFakeTalkGateway(now);
  const part = createPart(gateway);
  const told: unknown[] = [];
  let release = stop;
  const released = options.isWithheld
    ? new Promise<void>((resolve) => (release = resolve))
    : Promise.resolve();
  const host: WindowHost = {
    site: 'demo',
    origin: location.origin,
    tab: 'tab',
    looks: { default: options.look ?? {} },
    talk: () => released.then(() => part),
    more: () => released.then(() => createMore),
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
  const wait = (ms: number) => (clock += ms);
  return { win, gateway, told, ROBIN, wait, release };
}

Object.assign(window, { start });

import { createFakeClock, settle } from '@beckon/testkit';
import type { EngagementAttribute } from '@beckon/schema/types';
import type { HookName, WindowHost } from '../host.ts';
import { createModel } from '../model/create-model.ts';
import type { Fixed } from '../model/first-state.ts';
import { createTalkPart } from '../talk/create-talk-part.ts';
import type { News, RecordName } from '../talk/talk-ports.ts';
import { createFakeBrowser } from './fake-tabs.ts';
import { createFakeTalkGateway } from './fake-talk-gateway.ts';

export { settle };

/** What all tabs of an origin share. */
export function createOrigin(hasLocks = true) {
  const clock = createFakeClock();
  const gateway = createFakeTalkGateway(clock.now);
  return {
    clock,
    gateway,
    browser: createFakeBrowser(queueMicrotask, hasLocks),
    stored: {
      text: undefined as string | undefined,
      records: new Map<RecordName, unknown>(),
    },
  };
}

export type Origin = ReturnType<typeof createOrigin>;

interface TabOptions {
  readonly origin?: Origin;
  readonly mayStore?: boolean;
  readonly platform?: 'desktop' | 'smartphone';
  readonly viewports?: readonly string[];
  readonly isTabBlocked?: boolean;
  readonly hooks?: Partial<Record<HookName, (value: unknown) => unknown>>;
  /** Session storage, of a tab that goes on to another page. */
  readonly tabText?: { text: string | undefined };
  readonly fixed?: Fixed;
  readonly isPartMissing?: boolean;
  readonly looks?: WindowHost['looks'];
}

let ids = 0;

const MASKING = {
  realTime: [],
  builtIn: { cards: true, iban: true, ssn: true, email: false, phone: false },
};

/** Digits go; as good a mask as any. */
export const mask = (text: string): string => text.replace(/\d/g, '*');

/** A window on a page that is pretended. */
export function openTab(options: TabOptions = {}) {
  const origin = options.origin ?? createOrigin();
  const { browser, clock, gateway, stored } = origin;
  const tabs = browser.openTab();
  const tabText = options.tabText ?? { text: undefined };
  const facts = {
    mayStore: options.mayStore ?? true,
    isVisible: true,
    isFrozen: false,
    page: { url: 'https://shop.example/', title: 'Shop' },
    attributes: [] as readonly EngagementAttribute[],
  };
  const told: (readonly [string, object])[] = [];
  const handedOver: object[] = [];
  const opened: string[] = [];
  const ears = new Map<string, ((event: Event) => void)[]>();
  const stops: (() => void)[] = [];
  const signal = { chimes: 0, title: 0, notified: [] as News[] };
  const revoked: object[] = [];
  let turnedPage = () => {};
  let reported = () => {};
  let changedConsent = () => {};

  const later: WindowHost['later'] = (run, ms) =>
    clock.later(() => {
      if (!facts.isFrozen) run();
    }, ms);
  const part = createTalkPart(
    {
      random: () => 0.5,
      connect: gateway.connect,
      tabs,
      async post(path, body) {
        (path === 'handover' ? handedOver : revoked).push(body);
        return true;
      },
      digest: async (text) => `digest of ${text}`,
      database: {
        read: async (record) => structuredClone(stored.records.get(record)),
        write: async (record, value) =>
          void stored.records.set(record, structuredClone(value)),
      },
      signal: {
        wake: () => {},
        chime: () => void signal.chimes++,
        count: (unread) => void (signal.title = unread),
        notify: (news) => void signal.notified.push(news),
        unnotify: () => void (signal.notified.length = 0),
      },
    },
    {
      mask,
      masking: MASKING,
      page: () => facts.page,
      attributes: {
        read: () => facts.attributes,
        on: (run) => (reported = run),
      },
      report: () => ({
        page: facts.page,
        journey: [],
        attributes: facts.attributes,
      }),
    },
  );
  const host: WindowHost = {
    site: 'acme',
    origin: 'https://beckon.example',
    tab: `tab ${++ids}`,
    looks: options.looks ?? { default: {}, green: { title: 'Green' } },
    talk: () =>
      options.isPartMissing
        ? Promise.reject(new Error('missing'))
        : Promise.resolve(part),
    more: () => Promise.reject(new Error('The model draws nothing.')),
    texts: async () => undefined,
    visitorId: () => 'v1',
    mayStore: () => facts.mayStore,
    engagement: (id) =>
      id === 'help'
        ? { id, skill: 'sales', window: 'green', locale: 'de-AT' }
        : undefined,
    availability: () => 'online',
    languages: () => ['en-GB'],
    platform: () => options.platform ?? 'desktop',
    isVisible: () => facts.isVisible,
    tell: (type, event) => void told.push([type, event]),
    hook(name, value, next, stopped) {
      const answer = options.hooks?.[name]?.(value);
      if (answer === false) stopped?.();
      else next(answer ?? value);
    },
    occupy: () => {},
    onPage: (run) => (turnedPage = run),
    onConsent: (run) => (changedConsent = run),
    now: clock.now,
    later,
    newId: () => `id ${++ids}`,
    on(type, run) {
      ears.set(type, [...(ears.get(type) ?? []), run]);
      return () => {};
    },
    undo(stop) {
      stops.push(stop);
      return stop;
    },
  };
  const model = createModel(
    host,
    {
      store: {
        readText: () => stored.text,
        writeText: (text) => (stored.text = text),
        readTabText: () => tabText.text,
        writeTabText: (text) => (tabText.text = text),
        erase() {
          stored.text = tabText.text = undefined;
          stored.records.clear();
        },
      },
      desk: {
        viewports: () => options.viewports ?? ['width=device-width'],
        widths: () => ({ layout: 390, screen: 390 }),
        openTab: () =>
          options.isTabBlocked ? undefined : (url) => void opened.push(url),
      },
    },
    () => {},
    options.fixed,
  );
  const emit = (type: string) =>
    ears.get(type)?.forEach((run) => run({ type } as Event));
  const { actions } = model;
  return {
    ...origin,
    actions,
    facts,
    handedOver,
    model,
    opened,
    origin,
    revoked,
    signal,
    tabText,
    tabs,
    told,
    emit,
    read: model.read,
    talk: () => model.read().talk,
    turnPage(page: typeof facts.page) {
      facts.page = page;
      turnedPage();
    },
    /** The site reports: this is all that it reported so far. */
    report(...attributes: readonly EngagementAttribute[]) {
      facts.attributes = attributes;
      reported();
    },
    setConsent(mayStore: boolean) {
      facts.mayStore = mayStore;
      changedConsent();
    },
    async say(text: string) {
      actions.write(text);
      actions.send();
      await settle();
    },
    /** Killed: nothing of it runs any more, and the browser frees what it had. */
    kill() {
      facts.isFrozen = true;
      tabs.freeze(true);
      for (const stop of stops) stop();
    },
    texts: () =>
      model
        .read()
        .talk.events.flatMap(({ body }) =>
          body.kind === 'message' ? [body.content.text] : [],
        ),
    /** Lets time pass, in all tabs of the origin. */
    async wait(ms = 0) {
      await settle();
      await clock.advance(ms);
      await settle();
    },
  };
}

/** A tab whose talk is going on, with an agent. */
export async function talkingTab(options: TabOptions = {}) {
  const tab = openTab(options);
  await tab.wait();
  tab.model.open({ engagement: 'help' });
  await tab.say('hello');
  await tab.wait(50);
  tab.gateway.add(
    { kind: 'joined' },
    { role: 'agent', id: 'robin', name: 'Robin Hale' },
  );
  await tab.wait(50);
  return tab;
}

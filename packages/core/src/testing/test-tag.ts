import { createModules } from '@beckon/rules/modules';
import { rebuildState } from '@beckon/rules/rebuild-state';
import { publishConfig, visitorConfig } from '@beckon/schema';
import type { PublishedConfig } from '@beckon/schema/types';
import {
  createFakeClock,
  createFakeGateway,
  createFakePage,
  createFakeWire,
  settle,
  type FakePageFacts,
  type FakeWire,
} from '@beckon/testkit';
import type { BeckonEvents, EventType } from '../api.ts';
import { createTag } from '../create-tag.ts';
import { createExtras } from '../extras/extras.ts';
import { createKeep } from '../keep/keep.ts';
import { createKeepMore } from '../keep/keep-more.ts';
import { arrange } from '../looks/arrange.ts';
import { createMasks } from '../masks/create-masks.ts';
import type { KeepPorts } from '../keep/keep-ports.ts';
import { MAX_EVENTS, type Kept } from '../keep/outbox.ts';
import type { Look, Ports } from '../ports.ts';
import type { Settings } from '../settings.ts';
import type { OffersPart, Tag } from '../tag.ts';

// The build writes integrities here; the fakes ask for none.
Object.assign(globalThis, { CHUNKS: {} });

export const START = Date.UTC(2026, 2, 2, 10);

/** A content engagement in the zone `right`, unless it says otherwise. */
export function offer(id: string, more: object = {}): object {
  return {
    id,
    kind: 'content',
    format: 'sticky',
    zone: 'right',
    url: 'https://shop.example/help',
    creative: { online: { title: id } },
    ...more,
  };
}

/** A conversation of the skill `sales`, unless it says otherwise. */
export function chat(id: string, more: object = {}): object {
  const own = { kind: 'conversation', skill: 'sales', url: undefined };
  return JSON.parse(JSON.stringify(offer(id, { ...own, ...more }))) as object;
}

/** @throws When the config is refused. */
export function publish(
  engagements: readonly object[],
  more: object = {},
): PublishedConfig {
  const paths = ['cart', 'help'].map((name) => [
    name,
    { url: [{ contains: `/${name}` }] },
  ]);
  const result = publishConfig(
    {
      version: 1,
      site: 'acme',
      entryPoints: Object.fromEntries(paths) as object,
      campaigns: [{ id: 'sales', engagements }],
      ...more,
    },
    { now: START },
  );
  if (result.status === 'refused')
    throw new Error(JSON.stringify(result.problems));
  // As it comes over the wire.
  return JSON.parse(
    JSON.stringify(visitorConfig(result.config)),
  ) as PublishedConfig;
}

/** What all tabs of an origin share: storage, wire, clock. */
export interface Origin {
  readonly clock: ReturnType<typeof createFakeClock>;
  readonly wire: FakeWire;
  readonly stored: { text: string; cookie: string; outbox: unknown[] };
}

export function createOrigin(): Origin {
  return {
    clock: createFakeClock(START),
    wire: createFakeWire(),
    stored: { text: '', cookie: '', outbox: [] },
  };
}

export interface TestTagOptions {
  readonly config?: unknown;
  readonly page?: Partial<FakePageFacts>;
  readonly origin?: Origin;
  readonly settings?: Partial<Settings>;
  readonly isPrerendering?: boolean;
  readonly answers?: Record<string, unknown>;
  /** Chunks that cannot be had. */
  readonly missing?: readonly string[];
  /** Until when chunks are on their way. */
  readonly held?: Readonly<Record<string, Promise<void>>>;
  readonly keepPorts?: Partial<KeepPorts>;
  /** Commands that the snippet kept. */
  readonly queued?: readonly (readonly [string, ...unknown[]])[];
}

/** As a database would: by id, and the newest alone. */
function merge(kept: readonly unknown[], more: readonly unknown[]): unknown[] {
  const byId = ([...kept, ...more] as Kept[]).map(
    (each) => [each.id, each] as const,
  );
  const all = [...new Map(byId).values()];
  return all.sort((one, other) => one.at - other.at).slice(-MAX_EVENTS);
}

let ids = 0;

/** A tag on a page that is pretended, with all its chunks. */
export async function startTag(options: TestTagOptions = {}) {
  const { config = publish([offer('a')]), missing = [], held = {} } = options;
  const origin = options.origin ?? createOrigin();
  const { clock, stored, wire } = origin;
  const page = createFakePage(options.page);
  const gateway = createFakeGateway({ config, ...options.answers });
  const drawn = new Map<
    string,
    {
      look: Look;
      hear: (what: 'click' | 'decline') => void;
      host: HTMLElement;
      /** The chunks that were asked for before. */
      loaded: readonly string[];
    }
  >();
  const posts: { path: string; body: unknown; isBeacon?: boolean }[] = [];
  const loaded: string[] = [];
  const undone = new Set<() => void>();
  let status = 204;
  let tag: Tag | undefined;

  const undo: Ports['undo'] = (run) => {
    const stop = () => {
      if (undone.delete(stop)) run();
    };
    undone.add(stop);
    return stop;
  };
  const keepPorts: KeepPorts = {
    idle: (run) => void ports.later(run, 0),
    openChannel: (hear) => {
      const channel = wire.open(hear);
      return { post: channel.post, close: undo(channel.close) };
    },
    hasLocks: true,
    takeLock: (told) => undo(wire.takeLock(told)),
    onTitle: (run) => void undo(page.on('title', run)),
    onNavigate: (run) => void undo(page.on('navigate', run)),
    isUsable: true,
    hasOptedOut: false,
    timeZone: () => 'Europe/London',
    write: (text) => void (stored.text = text),
    readCookie: () => stored.cookie,
    writeCookie: (value) => void (stored.cookie = value),
    erase: () => Object.assign(stored, { text: '', cookie: '', outbox: [] }),
    async post(path, body) {
      posts.push({ path, body: JSON.parse(body) as unknown });
      return status;
    },
    beacon(path, body) {
      posts.push({ path, body: JSON.parse(body) as unknown, isBeacon: true });
      return true;
    },
    outbox: {
      put: (events) => void (stored.outbox = merge(stored.outbox, events)),
      remove: (gone) =>
        void (stored.outbox = (stored.outbox as Kept[]).filter(
          ({ id }) => !gone.some((each) => each.id === id),
        )),
      take: () =>
        stored.outbox[0] ? Promise.resolve(stored.outbox as Kept[]) : undefined,
    },
    ...options.keepPorts,
  };
  const chunks: Record<string, (tag: Tag) => unknown> = {
    mask: createMasks,
    modules: () => createModules,
    extras: createExtras,
    keep: (each) => createKeep(each, keepPorts),
    'keep-more': createKeepMore,
    rebuild: () => rebuildState,
    offers: (): OffersPart => ({
      arrange: async (...of) => arrange(...of),
    }),
  };
  const ports: Ports = {
    ...page,
    now: clock.now,
    later: (run, ms) => undo(clock.later(run, ms)),
    on: (type, run) => undo(page.on(type, run)),
    newId: () => `id${++ids}`,
    page: () => ({ ...page.facts }),
    isVisible: () => page.facts.visible,
    resolve: (url) => new URL(url, page.facts.url).href,
    browser: () => ({
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64)',
      maxTouchPoints: 0,
      language: 'en-GB',
    }),
    untilPainted: () => new Promise((resolve) => void ports.later(resolve, 0)),
    isPrerendering: options.isPrerendering ?? false,
    recall: (part) => (part ? '' : stored.text),
    getJson: gateway.getJson,
    async loadChunk(name) {
      loaded.push(name);
      if (held[name]) await held[name];
      const make = chunks[name];
      if (!make || missing.includes(name)) throw new Error(`no ${name}`);
      return (each: Tag) => {
        // The chunk `rebuild` is for no tag of its own.
        if (each) tag = each;
        return make(each);
      };
    },
    draw(look, engagement, hear) {
      const host = { hidden: false, isConnected: true } as HTMLElement;
      drawn.set(engagement, { look, hear, host, loaded: [...loaded] });
      return { host, remove: undo(() => void drawn.delete(engagement)) };
    },
    undo,
    stop: () => undone.forEach((stop) => stop()),
  };
  const settings: Settings = {
    site: 'acme',
    origin: 'https://beckon.example',
    policy: { createScriptURL: (url) => url },
    chunks: {},
    ...options.settings,
  };
  const beckon = createTag(ports, settings) as (...given: unknown[]) => void;
  for (const given of options.queued ?? []) beckon(...given);
  await settle();
  // A task before it decides, and another before it asks for `keep` (CO4).
  for (let task = 0; task < 2; task++) {
    await clock.advance(0);
    await settle();
  }

  /** All that was announced of a type, oldest first. */
  const heard = <Type extends EventType>(type: Type) =>
    page.announced
      .filter(([each]) => each === `beckon:${type}`)
      .map(([, detail]) => detail as BeckonEvents[Type]);
  return {
    beckon,
    clock,
    drawn,
    gateway,
    heard,
    /** Names of the chunks that were asked for, in order. */
    loaded,
    page,
    posts,
    stored,
    wire,
    /** What stands on the page. */
    offers: () => [...drawn.keys()],
    tag: () => {
      if (!tag) throw new Error('no chunk has come yet');
      return tag;
    },
    answerWith: (next: number) => void (status = next),
    /** Things that are not undone yet: timers, listeners, nodes, channels. */
    left: () => undone.size,
    /** Lets time pass, in all tabs of the origin. */
    async wait(ms = 0) {
      await settle();
      wire.deliver();
      await clock.advance(ms);
      wire.deliver();
      // What followed from a message is written down at once.
      await clock.advance(0);
      await settle();
    },
  };
}

/** A JWT that nobody signed; it ends some seconds after `START`. */
export function createTestToken(seconds: number): string {
  const claims = { sub: 'v', exp: START / 1000 + seconds };
  return `x.${btoa(JSON.stringify(claims))}.x`;
}

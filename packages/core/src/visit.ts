import {
  createEngine,
  createState,
  type EngineState,
  type TabState,
} from '@beckon/rules';
import { platformOf } from '@beckon/rules/platform-of';
import type { VisitEvent } from '@beckon/schema/types';
import { createAsk } from './availability.ts';
import { guard } from './guard.ts';
import { nothing } from './nothing.ts';
import { createShowOffers } from './offers.ts';
import { prepareOffers } from './prepare-offers.ts';
import { followRoutes } from './routes.ts';
import { readState } from './state-text.ts';
import type { OwnEvent, Tag, UnstampedEvent } from './tag.ts';

/** Part of the chunk `extras`. */
interface RebuildPart {
  rebuild(state: EngineState): Promise<void>;
}

/** The parts of a tag that drive the engine. */
export type Visit = Pick<
  Tag,
  'ask' | 'begin' | 'enter' | 'happened' | 'learn' | 'plan' | 'tell'
>;

/**
 * Drives the engine: what happens in the page in, offers out.
 *
 * @param isBusy Whether commands wait to be run: a hook, or what is stored, may
 * have a say in what is decided.
 */
export function followVisit(
  tag: Tag,
  modules: Parameters<typeof createEngine>[2],
  isBusy: () => unknown,
): Visit {
  const { bus, config, name, ports } = tag;
  const { later, now } = ports;
  /** The site leaves page views to the tag (PG1). */
  const isAutomatic = config.tag['autoPages'] !== false;
  let isPlanned = false;
  let stopTimer = nothing;
  let view = '';
  let viewAt = 0;

  const begin = (state: EngineState) => {
    const browser = ports.browser();
    const { language } = browser;
    tag.engine = createEngine(config, state, modules);
    const platform = platformOf(browser);
    tag.engine.apply({ type: 'visitor', at: now(), platform, language });
  };
  const learn = (event: UnstampedEvent) => {
    // The spread of a union is none; the stamp makes it whole again.
    const stamped = { at: now(), ...event } as VisitEvent;
    // Not of all events: V8 keeps a shape for what is copied (CO4).
    const before =
      event.type === 'page' && ({ ...tag.engine.state.tabs[name] } as TabState);
    tag.engine.apply(stamped);
    tag.share(stamped);
    plan();
    // A page view that ended before there was a decision is told all the same.
    if (before && before.page !== tag.engine.state.tabs[name]?.page)
      announce(before);
  };
  const load = () => {
    if (isAutomatic) learn(routes.load());
  };
  const tell = (event: OwnEvent) => {
    if (!tag.isShown) return;
    routes.flush();
    // It comes into a state that does not know it with a page view (EN3).
    if (!tag.engine.state.tabs[name]) load();
    learn({ tab: name, ...event } as UnstampedEvent);
  };

  /** A page view that began meanwhile is told first. */
  const announce = (tab = tag.engine.state.tabs[name]) => {
    if (!tab?.page || (viewAt === tab.pageAt && view === tab.url)) return;
    const { sections, title, url } = tab;
    view = url;
    viewAt = tab.pageAt;
    // Until `keep` comes nobody has sent what is past.
    if (tag.attend !== nothing) bus.forget();
    bus.tell('page', { url, title, sections: [...sections] });
  };

  const decide = guard(() => {
    isPlanned = false;
    if (isBusy()) return;
    announce();
    const { apply, decide: decideTab, nextAt } = tag.engine;
    const decision = decideTab(name);
    showOffers({ ...decision.offers, ...tag.forced });
    prepareOffers(tag, decision.asks);
    stopTimer();
    const next = nextAt();
    if (next !== null)
      stopTimer = later(() => {
        apply({ type: 'tick', at: now() });
        plan();
      }, next - now());
    tag.decided(decision);
  });
  const plan = () => {
    if (isPlanned) return;
    isPlanned = true;
    // Once all that happens now has happened.
    void Promise.resolve().then(decide);
  };
  const happened: Tag['happened'] = (type, event) => {
    announce();
    bus.tell(type, event);
  };
  const enter = async () => {
    const kept = tag.consent.storage
      ? readState(ports.recall())
      : tag.engine?.state;
    // The config is another since: what was counted is counted anew (EN17).
    if (kept && kept.revision !== config.revision)
      await tag
        .part<RebuildPart>('extras')
        .then(({ rebuild }) => rebuild(kept))
        .catch(nothing);
    tag.isShown = true;
    const start = (state: EngineState) => {
      begin(state);
      load();
    };
    const fresh = () => createState(ports.newId());
    try {
      start(kept ?? fresh());
    } catch {
      // It was no state of ours (SE4).
      start(fresh());
    }
  };

  const ask = createAsk(ports, learn);
  const routes = followRoutes(tag, learn, isAutomatic);
  const showOffers = createShowOffers(tag);
  return { ask, begin, enter, happened, learn, plan, tell };
}

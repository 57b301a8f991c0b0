import type {
  EngagementAttribute,
  OfferEvent,
  PageEvent,
  PublishedConfig,
  VisitEvent,
} from '@beckon/schema/types';
import { listEligible } from '../explain.ts';
import {
  createEngine,
  createState,
  type Engine,
  type EngineState,
} from '../index.ts';
import { createModules } from '../modules.ts';
import type { CreateModules } from '../module-types.ts';
import { START } from './site.ts';

type WithoutMoment<Event> = Event extends unknown ? Omit<Event, 'at'> : never;

/** An event as a test tells it: its moment is given apart. */
export type Told = WithoutMoment<VisitEvent>;

export interface Visit {
  readonly engine: Engine;
  /** Tells an event, some seconds after `START`; then every tab decides. */
  tell(seconds: number, event: Told): void;
  /** Loads a page of shop.example in a tab. */
  page(
    seconds: number,
    path: string,
    more?: Partial<Omit<PageEvent, 'type' | 'url' | 'at'>>,
  ): void;
  report(seconds: number, attribute: EngagementAttribute): void;
  /** Tells what became of an offer in the first tab. */
  offer(
    seconds: number,
    engagement: string,
    phase: OfferEvent['phase'],
    tab?: string,
  ): void;
  show(
    seconds: number,
    state: 'visible' | 'hidden' | 'closed',
    tab?: string,
  ): void;
  /** Lets time pass until a moment, with the engine's own timers. */
  wait(seconds: number): void;
  /** What is eligible, in the order in which it wins. */
  eligible(tab?: string): string[];
  /** What stands in a zone. */
  shown(zone: string, tab?: string): string | undefined;
}

/** Follows a visit whose first tab is `t1`; all modules are there. */
export function visit(
  config: PublishedConfig,
  state: EngineState = createState('v1'),
  modules: CreateModules = createModules,
): Visit {
  const engine = createEngine(config, state, modules);
  const decide = () => {
    for (const tab of Object.keys(engine.state.tabs)) engine.decide(tab);
  };
  const tell = (seconds: number, event: Told) => {
    engine.apply({ ...event, at: momentOf(seconds) });
    decide();
  };
  decide();
  return {
    engine,
    tell,
    page: (seconds, path, more) => {
      const url = `https://shop.example${path}`;
      tell(seconds, { type: 'page', by: 'load', tab: 't1', ...more, url });
    },
    report: (seconds, attribute) =>
      tell(seconds, { type: 'attribute', tab: 't1', attribute }),
    offer: (seconds, engagement, phase, tab = 't1') =>
      tell(seconds, { type: 'offer', tab, engagement, phase }),
    show: (seconds, shown, tab = 't1') =>
      tell(seconds, { type: 'tab', tab, state: shown }),
    wait: (seconds) => {
      const until = momentOf(seconds);
      for (let at = engine.nextAt(); at !== null && at <= until;) {
        tell((at - START) / 1000, { type: 'tick' });
        at = engine.nextAt();
      }
      tell(seconds, { type: 'tick' });
    },
    eligible: (tab = 't1') => listEligible(engine, tab),
    shown: (zone, tab = 't1') =>
      engine.state.tabs[tab]?.offers[zone]?.engagement,
  };
}

/** Epoch ms of some seconds after `START`. */
export function momentOf(seconds: number): number {
  return START + Math.round(seconds * 1000);
}

import type { VisitEvent } from '@beckon/schema/types';
import type { EngineState, OfferState } from './state.ts';
import type { Visit } from './visit.ts';

/*
 * The doors of this package:
 *
 * - `@beckon/rules`: `createEngine(config, state, modules)`, `noModules`,
 *   `createState`: all that a tag needs to decide;
 * - `@beckon/rules/modules`: `createModules`, for `createEngine`: what a
 *   config's `needs` names (GO, AU1, SL3, SL6);
 * - `@beckon/rules/state-text`: `saveState(state)`, `loadState(text)` (SE4, SE5);
 * - `@beckon/rules/platform-of`: `platformOf(browser)` (AU4);
 * - `@beckon/rules/explain`: `explain(engine, tab, engagement?)`,
 *   `listEligible(engine, tab)`, `listEntryPoints(engine, tab)`,
 *   `conditionHolds(engine, condition)` and the types of traces;
 * - `@beckon/rules/decode-attribute`: `decodeAttribute(input)` (EA);
 * - `@beckon/rules/rebuild-state`: `rebuildState(config, state)` (EN17).
 */

/** One visit, followed. Nothing here reads a clock: each event brings its own
 * moment, and `decide` speaks of the moment last told. */
export interface Engine {
  /** Plain JSON, changed in place. Copy it before you keep it. */
  readonly state: EngineState;
  /** The engine's inside, for `@beckon/rules/explain`. */
  readonly visit: Visit;
  /** Takes an event in; touches what depends on it. Never throws. */
  apply(event: VisitEvent): void;
  /** Reviews what stands in the tab and fills its free zones (SL). */
  decide(tab: string): TabDecision;
  /**
   * The next moment, in epoch ms, at which something can change without an
   * event: set one timer for it, then `apply` a `tick` and `decide`. Null: never.
   */
  nextAt(): number | null;
}

export interface TabDecision {
  /** What stands now, by zone. Draw what is new, take away what is gone: `done`
   * of the tab's state says whether that was a timeout. */
  readonly offers: Readonly<Record<string, OfferState>>;
  /** Engagements, by their place in the config, that are eligible but for the
   * availability of their skill, which is not known (OF5). */
  readonly asks: readonly number[];
}

import type {
  EngagementAttribute,
  PageConfig,
  VisitorEngagement,
} from '@beckon/schema/types';
import type { Modules } from './module-types.ts';
import type { Place } from './patterns/places.ts';
import type {
  EngineState,
  SessionState,
  TabState,
  VisitorState,
} from './state.ts';

/** One engine's state, and what follows from it. */
export interface Visit {
  readonly config: PageConfig;
  readonly state: EngineState;
  modules: Modules;
  /** By condition: whether it holds now, `exclude` included; nothing where
   * nobody has asked. */
  truth: (boolean | undefined)[];
  /** By engagement: whether its behaviors and audiences hold; nothing where
   * that is to be asked again. */
  ready: (boolean | undefined)[];
  /** By tab. */
  readonly located: WeakMap<TabState, Place>;
  /** By what pages say of themselves. */
  readonly places: Map<string, Place>;
  /** By the things that reports told of, as text: the conditions that they
   * fit. */
  readonly fitting: Map<string, readonly number[]>;
  /** By schedule. */
  open?: readonly boolean[];
  /** Epoch ms at which a schedule, a day or a snooze can change something. */
  wallNext?: number;
}

export type Follow = (fact: Happening) => void;

export type Happening =
  | { readonly type: 'page'; readonly tab: TabState }
  | { readonly type: 'attribute'; readonly attribute: EngagementAttribute }
  | {
      readonly type: 'offer';
      readonly engagement: VisitorEngagement;
      /** A sum of `STATUS`. */
      readonly status: number;
    };

// The visit at work: every call into an engine sets it, runs to its end and
// hands nothing on, so that no two visits ever meet here.
// size: 700 bytes less than handing it to every function.
export let config: PageConfig;
export let state: EngineState;
export let visitor: VisitorState;
export let session: SessionState;
export let tabs: Record<string, TabState>;
export let atWork: Visit;
export let modules: Modules;

/** Makes a visit the one at work. */
export function setVisit(visit: Visit): void {
  atWork = visit;
  ({ config, state, modules } = visit);
  ({ visitor, session, tabs } = state);
}

/** The engagement of an id; undefined where the config has none. */
export function engagementOf(id: string): VisitorEngagement | undefined {
  return findEngagement(config, id);
}

/** The same, of a config. */
export function findEngagement(
  { engagements }: PageConfig,
  id: string,
): VisitorEngagement | undefined {
  // Old libraries bring a `find` of their own (HP1).
  return engagements.filter((each) => each.id === id)[0];
}

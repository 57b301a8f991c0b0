import type {
  EngagementAttribute,
  PublishedConfig,
  PublishedEngagement,
} from '@beckon/schema/types';
import type { Lists } from './index-config.ts';
import type { EngineState, OfferState, TabState } from './state.ts';

/** What the parts of the engine share: the state, and what follows from it. */
export interface Visit {
  readonly config: PublishedConfig;
  readonly state: EngineState;
  /** What changes, to the conditions that it concerns; see `indexConfig`. */
  readonly conditions: Lists;
  /** What changes, to the engagements that it concerns. */
  readonly engagements: Lists;
  readonly zones: readonly string[];
  /** Engagement id to index. */
  readonly ids: ReadonlyMap<string, number>;
  /** By condition: whether it holds now, `exclude` included. */
  readonly truth: boolean[];
  /** Time condition to the number of tabs whose time it counts now (BC2). */
  rates: ReadonlyMap<number, number>;
  /** By schedule. */
  open: readonly boolean[];
  /** Epoch ms at which a schedule, a day or a snooze can change something. */
  wallNext: number;
  /** Draws of this visitor (SL6). */
  readonly draws: Map<string, number>;
  readonly tabs: Map<string, Verdicts>;
  /** Follows what happens besides, as goals do (GO). */
  readonly follow?: Follow | undefined;
}

export type Follow = (visit: Visit, fact: Happening) => void;

export type Happening =
  | { readonly type: 'page'; readonly tab: TabState }
  | { readonly type: 'attribute'; readonly attribute: EngagementAttribute }
  | {
      readonly type: 'offer';
      readonly engagement: PublishedEngagement;
      /** One of `STATUS`. */
      readonly status: number;
    };

/** What was decided for a tab, and what must be decided again. */
export interface Verdicts {
  /** Engagements to be judged again. */
  readonly dirty: Set<number>;
  /** By engagement: eligible (SL1). */
  readonly eligible: boolean[];
  /** Zones to be filled again. */
  readonly zones: Set<string>;
  /** Of the page that the engagements were judged for. */
  entryPoints: readonly number[];
  /** What the page shows since the last decision, by zone. */
  shown: Readonly<Record<string, OfferState>>;
}

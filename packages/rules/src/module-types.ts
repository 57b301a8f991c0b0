import type { FieldTest, PublishedEngagement } from '@beckon/schema/types';
import type { TabState } from './state.ts';
import type { Follow, Visit } from './visit.ts';

/**
 * Makes what most sites never need: a tag loads it when the published config's
 * `needs` names it, before it decides.
 */
export type CreateModules = (visit: Visit) => Modules;

export interface Modules {
  /** Follows campaigns' goals (GO). */
  readonly goals?: Follow;
  /** The rarer tests of audiences (AU1). Without it they do not hold. */
  readonly audiences?: RareAudiences;
  /** Whether the visitor is out of a control group (SL6). Without it nothing is
   * offered that has one. */
  readonly groups?: (group: PublishedEngagement['groups'][number]) => boolean;
  /** Draws (SL3). Without it nothing comes into a zone. */
  readonly weighted?: Weigh;
}

export interface RareAudiences {
  /** What of a visit they ask besides. */
  readonly facts: () => object;
  /** Tests of URLs and of the time since a date. */
  readonly passes: (test: FieldTest, value: unknown) => boolean;
  /** Has attributes judged anew; returns the end of the day, epoch ms. */
  readonly readDay: () => number;
}

/** Chooses, for each zone, of those that compete in a tab, in the order of
 * SL3. */
export type Weigh = (
  competing: readonly PublishedEngagement[],
  tab: TabState,
) => readonly PublishedEngagement[];

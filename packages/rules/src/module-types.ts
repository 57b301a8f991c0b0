import type { FieldTest, PublishedEngagement } from '@beckon/schema/types';
import type { TabState } from './state.ts';
import type { Follow } from './visit.ts';

/**
 * What most sites never need: a tag loads it when the published config's
 * `needs` names it, before it decides.
 */
export interface Modules {
  /** Follows campaigns' goals (GO). */
  readonly goals?: Follow;
  /** The rarer tests of audiences (AU1). Without it they do not hold. */
  readonly audiences?: RareAudiences;
  /** Draws (SL3). Without it nothing comes into a zone. */
  readonly weighted?: Weigh;
}

export interface RareAudiences {
  /** What of a visit they ask besides. */
  facts(): object;
  /** Tests of URLs and of the time since a date. */
  passes(test: FieldTest, value: unknown): boolean;
  /** Has attributes judged anew; returns the end of the day, epoch ms. */
  readDay(): number;
}

/** Chooses of those that compete for a tab's zone, in the order of SL3. */
export type Weigh = (
  competing: readonly PublishedEngagement[],
  tab: TabState,
  zone: string,
) => PublishedEngagement | undefined;

import type {
  FieldTest,
  PublishedCampaign,
  VisitorEngagement,
} from '@beckon/schema/types';
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
  /** Tests that few sites have. Without it they do not hold. */
  readonly rare?: RareTests;
  /** Whether the visitor is out of a control group (SL6). Without it nothing is
   * offered that has one. */
  readonly groups?: (group: PublishedCampaign['groups'][number]) => boolean;
  /** Draws (SL3). Without it nothing comes into a zone. */
  readonly weighted?: Weigh;
}

export interface RareTests {
  /** What of a visit they ask besides (AU1). */
  readonly facts: () => object;
  /** Tests of URLs and of the time since a date. */
  readonly passes: (test: FieldTest, value: unknown) => boolean;
  /** A query in the form that patterns have (PT2). */
  readonly query: (search: string) => string;
  /** Has attributes judged anew; returns the end of the day, epoch ms. */
  readonly readDay: () => number;
}

/** Chooses, for each zone, of those that compete in a tab, in the order of
 * SL3. */
export type Weigh = (
  competing: readonly VisitorEngagement[],
  tab: TabState,
) => readonly VisitorEngagement[];

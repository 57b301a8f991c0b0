import type { VisitEvent } from '@beckon/schema/types';

/** What is measured: takes an event in and says what stands in the zones. */
export interface Evaluator {
  readonly name: string;
  /** All the work of one event, the decision included. */
  take(event: VisitEvent): void;
  /** Zone to engagement id, as of the last event. */
  offers(): Readonly<Record<string, string>>;
  /** Ids of the eligible engagements, in the order in which they win. */
  eligible(): readonly string[];
}

/** The one tab of the bench's visits. */
export const TAB = 'tab';

/** `session.idleMinutes` of a site config that does not name it (SE1). */
export const IDLE_MS = 30 * 60_000;

/** OF4: how long an offer is seen before that counts as an impression. */
export const IMPRESSION_MS = 1000;

/** Follows what stands in one tab, and since when it is seen without a break. */
export interface ImpressionClock {
  /** The page view that it speaks of. */
  view: string;
  /** Engagement id to the moment since which it is seen, epoch ms. */
  readonly since: Map<string, number>;
  /** Engagements that had their impression in this page view. */
  readonly done: Set<string>;
}

export function createImpressionClock(): ImpressionClock {
  return { view: '', since: new Map(), done: new Set() };
}

/** Takes in what stands now; a new page view begins anew (OF4). */
export function watchOffers(
  clock: ImpressionClock,
  seen: {
    readonly view: string;
    readonly engagements: readonly string[];
    readonly isVisible: boolean;
    readonly now: number;
  },
): void {
  if (seen.view !== clock.view) {
    clock.view = seen.view;
    clock.since.clear();
    clock.done.clear();
  }
  if (!seen.isVisible) return clock.since.clear();
  for (const id of clock.since.keys()) {
    if (!seen.engagements.includes(id)) clock.since.delete(id);
  }
  for (const id of seen.engagements) {
    if (clock.done.has(id) || clock.since.has(id)) continue;
    clock.since.set(id, seen.now);
  }
}

/** Takes note of an impression, so that it is told once a page view. */
export function endWatch(clock: ImpressionClock, engagement: string): void {
  clock.since.delete(engagement);
  clock.done.add(engagement);
}

/** The moment of the next impression, or null. */
export function nextImpressionAt(clock: ImpressionClock): number | null {
  if (clock.since.size === 0) return null;
  return Math.min(...clock.since.values()) + IMPRESSION_MS;
}

/** The engagements whose impression is due, in the order of their display. */
export function dueImpressions(clock: ImpressionClock, now: number): string[] {
  return [...clock.since]
    .filter(([, since]) => since + IMPRESSION_MS <= now)
    .sort(([, a], [, b]) => a - b)
    .map(([engagement]) => engagement);
}

import type { VisitEvent } from '@beckon/schema/types';
import type { Evaluator } from './evaluator.ts';

/**
 * Plays the events to all evaluators at once.
 *
 * @throws When, after any event, they differ in what is eligible or stands.
 */
export function assertAgreement(
  evaluators: readonly Evaluator[],
  events: readonly VisitEvent[],
): void {
  const [first, ...others] = evaluators;
  if (!first) return;
  for (const [index, event] of events.entries()) {
    for (const evaluator of evaluators) evaluator.take(event);
    const expected = describe(first);
    const differs = others.find((other) => describe(other) !== expected);
    if (!differs) continue;
    throw new Error(
      [
        `Failed to compare: after event ${index} ${JSON.stringify(event)}`,
        `${first.name} says ${expected},`,
        `${differs.name} says ${describe(differs)}.`,
      ].join('\n'),
    );
  }
}

function describe(evaluator: Evaluator): string {
  const offers = Object.entries(evaluator.offers())
    .map((entry) => entry.join(': '))
    .sort();
  return JSON.stringify({ eligible: evaluator.eligible(), offers });
}

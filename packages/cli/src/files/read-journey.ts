import { CommandFailure, EXIT } from '../failure.ts';
import type { Journey } from '../journey.ts';
import { parseJourney, type JourneyProblem } from '../parse-journey.ts';
import { readJson } from './read-json.ts';

/** A journey whose shape is wrong: every problem. */
export class JourneyRefused extends CommandFailure {
  readonly problems: readonly JourneyProblem[];

  constructor(path: string, problems: readonly JourneyProblem[]) {
    const count =
      problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(
      `Failed to read journey: ${path} has ${count}. Mend what is listed.`,
      EXIT.refused,
    );
    this.name = 'JourneyRefused';
    this.problems = problems;
  }
}

/**
 * Reads a journey file.
 *
 * @throws CommandFailure when it is unreadable, JourneyRefused when its shape
 *   is wrong.
 */
export async function readJourney(path: string): Promise<Journey> {
  const parsed = parseJourney(await readJson(path, 'journey'));
  if (parsed.status === 'refused') {
    throw new JourneyRefused(path, parsed.problems);
  }
  return parsed.journey;
}

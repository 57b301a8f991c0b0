import { Refusal } from '../failure.ts';
import type { Journey } from '../journey.ts';
import { parseJourney } from '../parse-journey.ts';
import { readJson } from './read-json.ts';

/**
 * Reads a journey file.
 *
 * @throws CommandFailure when it is unreadable, Refusal when its shape
 *   is wrong.
 */
export async function readJourney(path: string): Promise<Journey> {
  const parsed = parseJourney(await readJson(path, 'journey'));
  if (parsed.status === 'refused') {
    throw new Refusal('Failed to read journey', path, parsed.problems);
  }
  return parsed.journey;
}

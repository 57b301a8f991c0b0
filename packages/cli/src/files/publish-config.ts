import { publishConfig, type ConfigProblem } from '@beckon/schema';
import type { PublishedConfig, PublishedNames } from '@beckon/schema/types';
import { Refusal } from '../failure.ts';
import { readJson } from './read-json.ts';

export interface Published {
  readonly config: PublishedConfig;
  readonly names: PublishedNames;
  readonly warnings: readonly ConfigProblem[];
}

/**
 * Reads an authored site config and publishes it, as of one moment or several.
 *
 * @returns Publishes as of a moment, in epoch ms; the same moment once.
 * @throws CommandFailure when the file is unreadable; the returned function
 *   throws Refusal.
 */
export async function openConfig(
  path: string,
): Promise<(now: number) => Published> {
  const authored = await readJson(path, 'site config');
  const byMoment = new Map<number, Published>();
  return (now) => {
    const known = byMoment.get(now);
    if (known) return known;
    const result = publishConfig(authored, { now });
    if (result.status === 'refused') {
      const { problems, warnings } = result;
      throw new Refusal(
        'Failed to publish site config',
        path,
        problems,
        warnings,
      );
    }
    byMoment.set(now, result);
    return result;
  };
}

import { publishConfig, type ConfigProblem } from '@beckon/schema';
import type { PublishedConfig, PublishedNames } from '@beckon/schema/types';
import { CommandFailure, EXIT } from '../failure.ts';
import { readJson } from './read-json.ts';

export interface Published {
  readonly config: PublishedConfig;
  readonly names: PublishedNames;
  readonly warnings: readonly ConfigProblem[];
}

/** A config that was refused: every problem, for stderr or `--json`. */
export class ConfigRefused extends CommandFailure {
  readonly problems: readonly ConfigProblem[];
  readonly warnings: readonly ConfigProblem[];

  constructor(
    path: string,
    problems: readonly ConfigProblem[],
    warnings: readonly ConfigProblem[],
  ) {
    const count =
      problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(
      `Failed to publish site config: ${path} has ${count}. Mend what is listed.`,
      EXIT.refused,
    );
    this.name = 'ConfigRefused';
    this.problems = problems;
    this.warnings = warnings;
  }
}

/**
 * Reads an authored site config and publishes it, as of one moment or several.
 *
 * @returns Publishes as of a moment, in epoch ms; the same moment once.
 * @throws CommandFailure when the file is unreadable; the returned function
 *   throws ConfigRefused.
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
      throw new ConfigRefused(path, result.problems, result.warnings);
    }
    byMoment.set(now, result);
    return result;
  };
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { load, type Load } from './browser/load.ts';
import type { Profile } from './browser/profile.ts';
import type { Contestant } from './contestants/contestant.ts';
import { measure, type Measures } from './trace/measure.ts';

export interface Course {
  readonly browser: Browser;
  readonly contestants: readonly Contestant[];
  readonly urlOf: (contestant: Contestant) => string;
  readonly loads: number;
  readonly watchMs: number;
  readonly slowDown: number;
  readonly traces: string | undefined;
}

const WARM_UP_MS = 500;

/**
 * Loads each page once a round, each round beginning with another one, so that
 * what else the machine does strikes all of them alike. A round before them
 * all is not counted: there the servers and the browser warm up.
 *
 * @returns By contestant the measures of each round.
 */
export async function runRounds(
  { browser, contestants, urlOf, loads, watchMs, slowDown, traces }: Course,
  profile: Profile,
): Promise<ReadonlyMap<Contestant, readonly Measures[]>> {
  const measures = new Map(contestants.map((each) => [each, [] as Measures[]]));
  for (let round = -1; round < loads; round += 1) {
    for (const contestant of rotate(contestants, round)) {
      const url = urlOf(contestant);
      const loaded = await load(browser, url, profile, {
        slowDown,
        watchMs: round < 0 ? WARM_UP_MS : watchMs,
      });
      if (round < 0) continue;
      measures.get(contestant)?.push(measure(contestant, loaded));
      if (traces !== undefined && round === loads - 1)
        keepTrace(traces, `${contestant.name} ${profile.name}`, loaded);
    }
    if (round >= 0)
      process.stderr.write(`${profile.name}: round ${round + 1} of ${loads}\n`);
  }
  return measures;
}

function rotate<Item>(items: readonly Item[], by: number): readonly Item[] {
  const start = Math.max(0, by) % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

function keepTrace(folder: string, name: string, { events }: Load): void {
  mkdirSync(folder, { recursive: true });
  const file = `${name.replace(/\W+/g, '-')}.json`;
  writeFileSync(join(folder, file), JSON.stringify({ traceEvents: events }));
}

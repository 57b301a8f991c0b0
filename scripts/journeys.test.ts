import { dirname } from 'node:path';
import { parseJourney, runJourney, type Journey } from '@beckon/cli';
import { publishConfig } from '@beckon/schema';
import { expect, test } from 'vitest';
import { listFiles, readText, REPO } from './lib/repo.mjs';

/**
 * Every journey of the packages' fixtures and of the examples, against the
 * site config that is nearest above it. Titles are the journeys' names.
 */
const files = ['packages', 'examples'].flatMap((folder) =>
  listFiles(REPO, folder, ['.json']),
);
const sites = files.filter((path) => path.endsWith('/site.json'));

function siteOf(path: string): string {
  const above = sites.filter((site) => path.startsWith(`${dirname(site)}/`));
  const [nearest] = above.sort((a, b) => b.length - a.length);
  if (nearest === undefined) throw new Error(`No site.json is above ${path}.`);
  return nearest;
}

function readJourney(path: string): Journey {
  const parsed = parseJourney(JSON.parse(readText(REPO, path)));
  if (parsed.status === 'parsed') return parsed.journey;
  throw new Error(`${path}: ${JSON.stringify(parsed.problems, null, 2)}`);
}

function publish(path: string, journey: Journey) {
  const site: unknown = JSON.parse(readText(REPO, path));
  const result = publishConfig(site, { now: journey.startAt });
  if (result.status === 'published') return result;
  throw new Error(`${path}: ${JSON.stringify(result.problems, null, 2)}`);
}

const journeys = files
  .filter((path) => path.includes('/journeys/') && !sites.includes(path))
  .map(
    (path) => [String(JSON.parse(readText(REPO, path)).name), path] as const,
  );

test.each(journeys)('%s', (_name, path) => {
  const journey = readJourney(path);
  const { config, names } = publish(siteOf(path), journey);
  const { failures } = runJourney(config, names, journey);
  expect({ path, failures }).toEqual({ path, failures: [] });
});

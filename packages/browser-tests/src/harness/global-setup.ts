import type { TestProject } from 'vitest/node';
import { failureOf } from './failure-of.ts';
import { findBrowsers } from './find-browsers.ts';
import { startSite } from './site-server.ts';
import { startServed } from './start-served.ts';

/**
 * Finds the browsers and starts the servers, once for all tests. With `CI=true`
 * all three engines must be there; otherwise those that are there run, and the
 * others are named.
 */
export async function setup(
  project: TestProject,
): Promise<() => Promise<void>> {
  const { browsers, missing, tried } = findBrowsers();
  for (const { engine, driver, executablePath } of browsers)
    say(`${engine}: ${executablePath ?? "Playwright's own"}, by ${driver}`);
  for (const line of tried) say(line);
  for (const engine of missing) say(`${engine}: missing, its tests do not run`);
  const failure = failureOf(missing, process.env['CI']);
  if (failure) throw new Error(failure);

  const served = await startServed();
  const bareSite = await startSite({ gateway: '', tag: false });
  const { origin, sitesFolder, dataFolder } = served.gateway;
  project.provide('surroundings', {
    browsers,
    gateway: origin,
    site: served.site,
    bareSite: bareSite.origin,
    sitesFolder,
    dataFolder,
  });
  return async () => {
    await served.stop();
    await bareSite.stop();
  };
}

function say(line: string): void {
  process.stdout.write(`browsers: ${line}\n`);
}

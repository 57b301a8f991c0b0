import type { TestProject } from 'vitest/node';
import { failureOf } from './failure-of.ts';
import { findBrowsers } from './find-browsers.ts';
import { startGateway } from './gateway.ts';
import { startSite } from './site-server.ts';

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

  // The site must know the gateway and the gateway's configs the site.
  const address = { gateway: '' };
  const site = await startSite(address);
  const bareSite = await startSite({ gateway: '', tag: false });
  const stopSites = () => Promise.all([site.stop(), bareSite.stop()]);
  const gateway = await startGateway(site.origin).catch(
    async (error: unknown) => {
      await stopSites();
      throw error;
    },
  );
  address.gateway = gateway.origin;
  const { origin, availabilityFile, sitesFolder, dataFolder } = gateway;
  project.provide('surroundings', {
    browsers,
    gateway: origin,
    site: site.origin,
    bareSite: bareSite.origin,
    availabilityFile,
    sitesFolder,
    dataFolder,
  });
  return async () => {
    await gateway.stop();
    await stopSites();
  };
}

function say(line: string): void {
  process.stdout.write(`browsers: ${line}\n`);
}

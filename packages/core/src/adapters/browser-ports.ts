import type { Ports } from '../ports.ts';
import type { Settings } from '../settings.ts';
import { createLoadChunk } from './chunks.ts';
import { createClock } from './clock.ts';
import { createDraw } from './draw.ts';
import { createGetJson } from './network.ts';
import { createPage } from './page.ts';
import { createStops } from './stops.ts';
import { createRecall } from './store.ts';

/** The ports of the page that this code runs in. */
export function createBrowserPorts(settings: Settings): Ports {
  const stops = createStops();
  const clock = { ...stops, ...createClock(stops.undo) };
  return {
    ...clock,
    ...createPage(stops.undo),
    recall: createRecall(`beckon-${settings.site}`),
    loadChunk: createLoadChunk(clock, settings),
    getJson: createGetJson(settings),
    draw: createDraw(stops.undo),
  };
}

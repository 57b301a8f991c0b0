import type { WindowHost } from '../host.ts';
import type { WindowPorts } from '../ports.ts';
import { desk } from './desk.ts';
import { createStore } from './store.ts';

/** The ports of the page that this code runs in. */
export const createBrowserPorts = ({
  site,
}: Pick<WindowHost, 'site'>): WindowPorts => ({
  store: createStore(`beckon-${site}-window`),
  desk,
});

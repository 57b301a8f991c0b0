import type { WindowHost } from '../host.ts';
import type { WindowPorts } from '../ports.ts';
import { createDesk } from './desk.ts';
import { createSignal } from './signal.ts';
import { createStore } from './store.ts';

/** The ports of the page that this code runs in. */
export const createBrowserPorts = (
  host: WindowHost,
  printSheet: () => CSSStyleSheet,
): WindowPorts => ({
  store: createStore(`beckon-${host.site}-window`, host),
  desk: createDesk(host, printSheet),
  signal: createSignal(),
});

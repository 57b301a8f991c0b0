import type { EventType, Listener } from '../api.ts';
import { guard } from '../guard.ts';
import type { Tag } from '../tag.ts';
import { createReport } from './attributes.ts';
import { followDataLayer, tellDataLayer } from './data-layer.ts';
import { followHistory } from './history.ts';
import { createHooks } from './hooks.ts';
import { createIdentity } from './identity.ts';
import { logout } from './logout.ts';
import { rebuild } from './rebuild.ts';
import { createShow } from './show.ts';

/** The commands that many pages never give, and what only some sites ask for. */
export function createExtras(tag: Tag) {
  const { bus, config } = tag;
  const { dataLayer, dataLayerEvents } = config.tag;
  const hooks = createHooks(tag);
  const attributes = createReport(tag, hooks.run);
  const identity = createIdentity(tag);
  // Not before the visit goes on: what carries it over a new revision comes with
  // this, and what the page pushed meanwhile would be lost.
  const follow = guard(() => {
    if (dataLayer) followDataLayer(tag, (each) => void attributes(each, true));
    if (dataLayerEvents) tellDataLayer(tag);
  });
  bus.on('ready', follow, { once: true, replay: true });
  return {
    // What all objects have is no command.
    __proto__: null,
    ...createShow(tag),
    attributes: (reported: unknown) => attributes(reported),
    hook: hooks.hook,
    identify: identity.identify,
    token: identity.token,
    logout: ({ isFromAfar = false } = {}) => logout(tag, identity, isFromAfar),
    once: <Type extends EventType>(type: Type, listener: Listener<Type>) =>
      bus.on(type, listener, { once: true }),
    ready: (listener: Listener<'ready'>) =>
      bus.on('ready', listener, { once: true, replay: true }),
    /** Of another revision of the config. */
    rebuild: (state: Tag['engine']['state']) => rebuild(tag, state),
    followHistory: (run: () => void) => followHistory(tag, run),
    unknown: (path: string) =>
      bus.tell('problem', { code: 'unknown-command', path }),
  };
}

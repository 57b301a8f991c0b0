import { createKeep, type KeepPart } from '../keep/keep.ts';
import { createKeepPorts } from '../keep/keep-ports.ts';
import { register } from '../register.ts';

/** All that leaves the page's memory: storage, other tabs, the gateway. */
register((tag): KeepPart => {
  const { origin, site } = tag.settings;
  return createKeep(
    tag,
    createKeepPorts(`beckon-${site}`, `${origin}/v1/sites/${site}/`, tag.ports),
  );
});

import { createKeep } from '../keep/keep.ts';
import { createKeepPorts } from '../keep/keep-ports.ts';
import { register } from '../register.ts';
import type { KeepPart } from '../tag.ts';

/** What follows the first decision: all that leaves the page's memory (storage,
 * other tabs, the gateway), and what becomes of the offers that stand. */
register((tag): KeepPart => {
  const { origin, site } = tag.settings;
  return createKeep(
    tag,
    createKeepPorts(`beckon-${site}`, `${origin}/v1/sites/${site}/`, tag.ports),
  );
});

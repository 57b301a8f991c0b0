import type { BeckonTag } from './beckon-tag.ts';
import type { BeckonOptions } from './options.ts';
import { startStub } from './start-stub.ts';
import { endStub, type Stub } from './stub.ts';
import { withMethods } from './with-methods.ts';

interface OpenTag {
  readonly stub: Stub;
  readonly tag: BeckonTag;
}

/** By origin and site, of this copy of the package; the snippet's and those of
 * other copies are found by their global. */
const tags = new Map<string, OpenTag>();

/**
 * The page's tag of a site: the one that works already, or a new one.
 *
 * @param options With site and origin as they stand in URLs.
 */
export function openTag(
  options: BeckonOptions,
): OpenTag & { readonly isNew: boolean } {
  const { name = 'beckon', origin, site } = options;
  const key = `${origin} ${site}`;
  const known = tags.get(key);
  if (known && !known.stub.isOver) return { ...known, isNew: false };
  const taken: unknown = Reflect.get(window, name);
  const isNew = !isStub(taken, options);
  const stub = isNew ? startStub(options) : taken;
  // HP1: what the page has under our name stays the page's.
  if (!taken) Reflect.set(window, name, stub);
  const tag = withMethods((...command) => {
    stub(...command);
    // The snippet's does not do so by itself.
    if (command[0] === 'destroy') endStub(stub, name);
  });
  tags.set(key, { stub, tag });
  return { stub, tag, isNew };
}

/** The snippet's, the core's own, which names no origin, or of another copy of
 * this package (NP3). */
function isStub(
  taken: unknown,
  { origin, site }: BeckonOptions,
): taken is Stub {
  if (typeof taken !== 'function' || !('q' in taken)) return false;
  const stub = taken as Stub;
  const isHere = (stub.origin ?? origin) === origin;
  return isHere && stub.site === site && !stub.isOver;
}

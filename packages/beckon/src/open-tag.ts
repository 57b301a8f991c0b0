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
  const found = isStub(taken) ? taken : undefined;
  const last = found && isOf(found, options) ? found : known?.stub;
  const isNew = !last || !!last.isOver;
  // Its policy outlives it: the page may allow no second (NP7).
  const stub = isNew ? startStub(options, last?.policy) : last;
  // HP1: what the page has under our name stays the page's; what the snippet
  // leaves there of a tag that is over is nobody's.
  if (!taken || found?.isOver) Reflect.set(window, name, stub);
  const tag = withMethods((...command) => {
    stub(...command);
    // The snippet's does not do so by itself.
    if (command[0] === 'destroy') endStub(stub, name);
  });
  tags.set(key, { stub, tag });
  return { stub, tag, isNew };
}

/** The snippet's, the core's own, or of another copy of this package. */
function isStub(taken: unknown): taken is Stub {
  return typeof taken === 'function' && 'q' in taken;
}

/** The core's own names no origin, and there is one tag of a site (NP3). */
function isOf(stub: Stub, { origin, site }: BeckonOptions): boolean {
  return stub.site === site && (stub.origin ?? origin) === origin;
}

import type { BeckonTag } from './beckon-tag.ts';
import { openTag } from './open-tag.ts';
import type { BeckonOptions } from './options.ts';
import { withMethods } from './with-methods.ts';

/**
 * The tag of a site on this page. The core comes from the gateway, as with the
 * snippet; commands may be given at once, they wait for it (API1). A second
 * call for the same site, a hot reload's too, and a page with the snippet get
 * the tag that is there. On a server it does nothing.
 *
 * @throws Never; an origin that is no URL of http is told by the window's event
 *   `beckon:problem`, and the tag does nothing.
 */
export function createBeckon(options: BeckonOptions): BeckonTag {
  const read = readOptions(options);
  if (!read) return createIdleTag();
  const { stub, tag } = openTag(read);
  // The page has it now, and a provider that goes must not end it.
  stub.holders = undefined;
  return tag;
}

/** All that a provider needs of a tag. */
export interface Hold {
  readonly tag: BeckonTag;
  /** The last one that lets go ends the tag, unless the page made it. */
  release(): void;
}

/** @see createBeckon */
export function holdBeckon(options: BeckonOptions): Hold {
  const read = readOptions(options);
  if (!read) return { tag: createIdleTag(), release() {} };
  const { isNew, stub, tag } = openTag(read);
  if (isNew) stub.holders = 0;
  if (stub.holders !== undefined) stub.holders++;
  return {
    tag,
    release() {
      if (stub.holders !== undefined && --stub.holders === 0) tag.destroy();
    },
  };
}

/** On a server, and where there can be none: every command does nothing. */
export function createIdleTag(): BeckonTag {
  return withMethods(() => {});
}

/** @returns With site and origin as they stand in URLs; undefined where no tag
 *   can be. */
function readOptions(options: BeckonOptions): BeckonOptions | undefined {
  if (typeof document === 'undefined') return undefined;
  const given = (options as BeckonOptions | undefined)?.origin;
  try {
    const { origin } = new URL(given ?? '');
    // Of `localhost:4700` the scheme is `localhost`, and the origin `null`.
    if (origin.startsWith('http'))
      return { ...options, origin, site: encodeURIComponent(options.site) };
  } catch {
    // It is told as any other.
  }
  const problem = {
    code: 'bad-arguments',
    path: 'origin',
    arrived: given,
    expected: 'url',
  };
  dispatchEvent(
    new CustomEvent('beckon:problem', { detail: Object.freeze(problem) }),
  );
  return undefined;
}

import { createMask, type Mask } from '@beckon/schema/masking';
import type { Site } from '../sites/site-store.ts';
import { createMaskThread } from './create-mask-thread.ts';
import { wellFormedText } from './well-formed-text.ts';

export interface Masks {
  /**
   * Masks what a consumer of a site wrote (DP1).
   *
   * @returns Undefined where a pattern took over 50 ms: nothing may go on then.
   */
  mask(
    site: Site,
    texts: readonly string[],
  ): Promise<readonly string[] | undefined>;
  stop(): Promise<void>;
}

/**
 * DP1: a pattern of a site's that takes longer is stopped, and its message
 * refused. Ours take time with the length alone: a busy machine is no reason.
 */
const MAX_MS = { sites: 50, ours: 2000 } as const;

/** So much is masked in a millisecond or two, whatever stands in it. */
const MAX_AT_ONCE_CHARS = 1024;

/**
 * The masks of all sites. The built-in patterns take time with the length of the
 * text alone, and what is short is masked at once. What is long, and what a site
 * has patterns of its own for, is masked where it holds up nobody, and can be
 * stopped.
 */
export function createMasks(onFailure: () => void): Masks {
  const thread = createMaskThread(onFailure);
  const builtIn = new Map<string, { revision: string; mask: Mask }>();

  const builtInMask = ({ id, revision, masking }: Site): Mask => {
    const known = builtIn.get(id);
    if (known?.revision === revision) return known.mask;
    const mask = createMask(masking);
    builtIn.set(id, { revision, mask });
    return mask;
  };

  return {
    async mask(site, texts) {
      const { realTime, builtIn: parts } = site.masking;
      const chars = texts.reduce((sum, { length }) => sum + length, 0);
      const isShort = realTime.length === 0 && chars <= MAX_AT_ONCE_CHARS;
      const masked = isShort
        ? texts.map(builtInMask(site))
        : await thread.run({
            site: site.id,
            key: site.revision,
            settings: { realTime, builtIn: parts },
            texts,
            maxMs: realTime.length === 0 ? MAX_MS.ours : MAX_MS.sites,
          });
      // Half a pair of units, left over beside a mask, could not be stored.
      return masked?.map(wellFormedText);
    },
    stop: () => thread.stop(),
  };
}

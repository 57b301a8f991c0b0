import { createMask, type Mask } from '@beckon/schema/masking';
import type { Site } from '../sites/site-store.ts';
import { createMaskThread } from './create-mask-thread.ts';

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
 * The masks of all sites. The built-in patterns take time with the length of the
 * text alone, and run at once; those that a site wrote run where they can be
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
      if (site.masking.realTime.length === 0)
        return texts.map(builtInMask(site));
      const { realTime, builtIn: parts } = site.masking;
      return thread.run({
        site: site.id,
        key: site.revision,
        settings: { realTime, builtIn: parts },
        texts,
      });
    },
    stop: () => thread.stop(),
  };
}

import {
  createMask,
  type Mask,
  type MaskSettings,
} from '@beckon/schema/masking';
import { createContext, Script } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import type { MaskAnswer, MaskCall } from './create-mask-thread.ts';

/** Runs in a thread of its own: the masks of sites that have patterns. */
export function serveMasks(): void {
  const masks = new Map<string, { key: string; mask: Mask }>();
  let work: () => readonly string[] = () => [];
  // Called through a script, because a script can be stopped at a time, in the
  // middle of a regular expression too.
  const script = new Script('work()');
  const context = createContext({ work: () => work() });

  const maskOf = (site: string, key: string, settings: MaskSettings): Mask => {
    const known = masks.get(site);
    if (known?.key === key) return known.mask;
    const mask = createMask(settings);
    masks.set(site, { key, mask });
    return mask;
  };

  parentPort?.on('message', (call: MaskCall) => {
    const { id, site, key, settings, texts, maxMs } = call;
    const answer = (result: MaskAnswer): void =>
      parentPort?.postMessage(result);
    try {
      const mask = maskOf(site, key, settings);
      work = () => texts.map(mask);
      const masked = script.runInContext(context, {
        timeout: maxMs,
      }) as readonly string[];
      answer({ id, masked });
    } catch {
      // Stopped at its time, or a pattern that is none: not passed either way.
      answer({ id, masked: undefined });
    }
  });
}

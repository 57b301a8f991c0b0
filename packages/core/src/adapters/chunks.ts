import type { Ports } from '../ports.ts';
import type { Settings } from '../settings.ts';

const TIMEOUT_MS = 10_000;

/** A chunk's script finds this on its own element and hands its part over:
 * there is no second global (HP2). */
export interface ChunkScript extends HTMLScriptElement {
  beckon?: (part: unknown) => void;
}

/** Loads a chunk: a classic script with the core's nonce and the integrity that
 * the build knows (LD5). */
export function createLoadChunk(
  { later, undo }: Pick<Ports, 'later' | 'undo'>,
  { chunks, nonce = '', origin, policy }: Settings,
): Ports['loadChunk'] {
  return (name, integrity = chunks[name]) =>
    new Promise((resolve, reject) => {
      if (!integrity) return reject();
      const url = `${origin}/assets/${chunkFile(name, integrity)}`;
      const script: ChunkScript = document.createElement('script');
      const end = (settle: (part?: unknown) => void) => (part: unknown) => {
        stopTimer();
        remove();
        settle(part);
      };
      // LD4: one that hangs has failed.
      const stopTimer = later(end(reject) as () => void, TIMEOUT_MS);
      script.onerror = end(reject);
      Object.assign(script, {
        beckon: end(resolve),
        crossOrigin: '',
        integrity,
        nonce,
        src: policy.createScriptURL(url),
      });
      document.documentElement.append(script);
      // HP2: also where the tag ends meanwhile.
      const remove = undo(() => script.remove());
    });
}

/** Its name tells its content, so that it can be cached for a year. */
export function chunkFile(name: string, integrity: string): string {
  return `${name}-${integrity.replace(/\W/g, '').slice(-10)}.js`;
}

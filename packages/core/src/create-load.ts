import type { Ports } from './ports.ts';

/** How often a page asks anew for chunks that it could not have. */
const MORE_TRIES = 5;

/**
 * Loads each chunk once.
 *
 * @param parts What chunks brought, by their names: forgotten where one could
 * not be had. Whoever needs it next asks again, but five times in all on a page:
 * where chunks are blocked there is no storm (LD4).
 */
export function createLoad(
  ports: Pick<Ports, 'loadChunk'>,
  parts: Record<string, Promise<unknown>>,
): Ports['loadChunk'] {
  const { loadChunk } = ports;
  const chunks: Record<string, Promise<unknown>> = {};
  let left = MORE_TRIES;
  return (name, integrity) =>
    (chunks[name] =
      chunks[name] ??
      loadChunk(name, integrity).catch((error) => {
        if (left-- > 0) {
          delete chunks[name];
          delete parts[name];
        }
        throw error;
      }));
}

import type { Ports } from './ports.ts';

/**
 * Loads each chunk once.
 *
 * @param parts What chunks brought, by their names: forgotten where one could
 * not be had. There is no storm, but whoever needs it next asks again (LD4).
 */
export function createLoad(
  { loadChunk }: Pick<Ports, 'loadChunk'>,
  parts: Record<string, Promise<unknown>>,
): Ports['loadChunk'] {
  const chunks: Record<string, Promise<unknown>> = {};
  return (name, integrity) =>
    (chunks[name] =
      chunks[name] ??
      loadChunk(name, integrity).catch((error) => {
        delete chunks[name];
        delete parts[name];
        throw error;
      }));
}

import type { Settings } from '../settings.ts';
import type { Tag } from '../tag.ts';

/** Written by the build: integrity of the chunk that this one alone loads. */
declare const CHUNKS: Settings['chunks'];

/** What the chunk `rebuild` brings: works a session's aggregates out anew. */
export type Rebuild = (
  config: Tag['config'],
  state: Tag['engine']['state'],
) => void;

/** Has a state fit the site config as it is now (EN17). */
export async function rebuild(
  { config, ports }: Tag,
  state: Tag['engine']['state'],
): Promise<void> {
  const loaded = await ports.loadChunk('rebuild', CHUNKS['rebuild']);
  (loaded as () => Rebuild)()(config, state);
}

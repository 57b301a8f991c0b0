import type { ChunkScript } from './adapters/chunks.ts';
import type { MakePart } from './tag.ts';

/** Hands a chunk's part to the core that asked for it (HP2). */
export function register<Part>(make: MakePart<Part>): void {
  (document.currentScript as ChunkScript | null)?.beckon?.(make);
}

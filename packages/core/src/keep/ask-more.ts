import type { Settings } from '../settings.ts';
import type { Tag } from '../tag.ts';
import type { KeepMorePart } from './keep-more.ts';

/** Written by the build: integrity of the chunk that this one alone loads. */
declare const CHUNKS: Settings['chunks'];

/** What most visits never need; rejects where it cannot be had (LD4). */
export const askMore = (tag: Tag): Promise<KeepMorePart> =>
  tag.part<KeepMorePart>('keep-more', CHUNKS['keep-more']);

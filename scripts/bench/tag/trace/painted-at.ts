import type { MainThread } from './main-thread.ts';

/** The end of the first frame that holds the offer, on the main thread. */
export function readPaintedAt({
  offerAt,
  spans,
}: MainThread): number | undefined {
  if (offerAt === undefined) return undefined;
  const painted = spans.find(
    ({ name, from }) => name === 'Paint' && from > offerAt,
  );
  if (!painted) return undefined;
  const committed = spans.find(
    ({ name, from }) => name === 'Commit' && from > painted.from,
  );
  return (committed ?? painted).to;
}

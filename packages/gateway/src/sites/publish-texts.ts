import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PublishedText } from './publish-text.ts';

const WORKER = new URL('../../bin/publish-worker.js', import.meta.url);

/** Publishes texts of authored site configs; the results stand by text. */
export type Publisher = (
  texts: readonly string[],
  now: number,
) => Promise<ReadonlyMap<string, PublishedText>>;

const DAY_MS = 86_400_000;

/**
 * A publisher that works in a thread of its own, because a regular expression
 * that is hard to judge takes seconds in which the gateway goes on answering.
 * What it published on the same day it does not publish again.
 */
export function createPublisher(): Publisher {
  let known: ReadonlyMap<string, PublishedText> = new Map();
  let knownDay = NaN;
  return async (texts, now) => {
    const day = Math.floor(now / DAY_MS);
    const wanted = new Set(texts);
    // What stands in no file any more is forgotten.
    const kept = [...known].filter(
      ([text]) => day === knownDay && wanted.has(text),
    );
    const results = new Map(kept);
    const changed = [...wanted].filter((text) => !results.has(text));
    for (const [text, result] of await publishInWorker(changed, now))
      results.set(text, result);
    known = results;
    knownDay = day;
    return results;
  };
}

async function publishInWorker(
  texts: readonly string[],
  now: number,
): Promise<readonly (readonly [string, PublishedText])[]> {
  if (texts.length === 0) return [];
  const worker = new Worker(WORKER);
  try {
    const results: (readonly [string, PublishedText])[] = [];
    for (const text of texts) {
      worker.postMessage({ text, now });
      // Rejects when the worker fails, which is a bug of ours.
      const [result] = (await once(worker, 'message')) as [PublishedText];
      results.push([text, result]);
    }
    return results;
  } finally {
    await worker.terminate();
  }
}

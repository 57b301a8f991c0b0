import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PublishedText } from './publish-text.ts';

const WORKER = new URL('../../bin/publish-worker.js', import.meta.url);

/** Publishes authored site configs. */
export interface Publisher {
  /** @returns The results, by text. */
  all(
    texts: readonly string[],
    now: number,
  ): Promise<ReadonlyMap<string, PublishedText>>;
  /** What comes of one; the next reading of all has it already. */
  one(text: string, now: number): Promise<PublishedText>;
}

const DAY_MS = 86_400_000;

/**
 * A publisher that works in a thread of its own, because a regular expression
 * that is hard to judge takes seconds in which the gateway goes on answering.
 * What it published on the same day it does not publish again.
 */
export function createPublisher(): Publisher {
  let known: ReadonlyMap<string, PublishedText> = new Map();
  let knownDay = NaN;
  /** The results that are still good. */
  const knownAt = (day: number): ReadonlyMap<string, PublishedText> =>
    day === knownDay ? known : new Map();
  const publish = async (
    texts: readonly string[],
    now: number,
    keeps: (text: string) => boolean,
  ): Promise<ReadonlyMap<string, PublishedText>> => {
    const day = Math.floor(now / DAY_MS);
    const before = knownAt(day);
    const changed = texts.filter((text) => !before.has(text));
    const more = await publishInWorker([...new Set(changed)], now);
    known = new Map(
      [...before, ...knownAt(day), ...more].filter(([text]) => keeps(text)),
    );
    knownDay = day;
    return known;
  };
  return {
    all(texts, now) {
      const wanted = new Set(texts);
      // What stands nowhere any more is forgotten.
      return publish(texts, now, (text) => wanted.has(text));
    },
    async one(text, now) {
      const result = (await publish([text], now, () => true)).get(text);
      if (result === undefined) throw new Error('The thread gave no result.');
      return result;
    },
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

import { createHash } from 'node:crypto';

export interface SeenIds {
  /** @returns Whether the id is new; from now on it is not. */
  add(id: string): boolean;
  /** What was added could not be kept: it counts when it comes again. */
  forget(id: string): void;
}

/** Events of some minutes on a busy node; about 10 MB each half. */
const HALF = 100_000;

/**
 * Remembers the newest ids, at least `half` and at most twice as many: when one
 * half is full the older one is dropped whole, which costs nothing.
 */
export function createSeenIds(half = HALF): SeenIds {
  let newer = new Set<string>();
  let older = new Set<string>();
  return {
    add(id) {
      const key = digest(id);
      if (newer.has(key) || older.has(key)) return false;
      if (newer.size >= half) {
        older = newer;
        newer = new Set();
      }
      newer.add(key);
      return true;
    },
    forget(id) {
      const key = digest(id);
      newer.delete(key);
      older.delete(key);
    },
  };
}

/** Visitors choose their ids: short or long, each takes the same room. */
const digest = (id: string): string =>
  createHash('sha256').update(id).digest('base64url').slice(0, 20);

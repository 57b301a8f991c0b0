import type { Ports } from '../ports.ts';

/** What was kept in local storage under a key; the chunk `keep` writes it. */
export function createRecall(key: string): Ports['recall'] {
  return () => {
    try {
      return localStorage.getItem(key) ?? '';
    } catch {
      // ST5: blocked, private or opaque: as with storage off.
      return '';
    }
  };
}

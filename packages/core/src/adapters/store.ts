import type { Ports } from '../ports.ts';

/** What was kept under a key, in local storage and for this tab; chunks write
 * it. */
export function createRecall(key: string): Ports['recall'] {
  return (part = '') => {
    try {
      const name = key + part;
      const kept = localStorage.getItem(name) ?? '';
      // Each storage holds a page up for a moment when it is first asked: a tab
      // has nothing of its own where the origin has nothing (CO4).
      return kept && part ? kept + (sessionStorage.getItem(name) ?? '') : kept;
    } catch {
      // ST5: blocked, private or opaque: as with storage off.
      return '';
    }
  };
}

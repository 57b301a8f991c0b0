import type { Ports } from '../ports.ts';

/** What was kept under a key, in local storage and for this tab; chunks write
 * it. */
export function createRecall(key: string): Ports['recall'] {
  return (part = '') => {
    try {
      const name = key + part;
      const ofTab = part && sessionStorage.getItem(name);
      return (localStorage.getItem(name) ?? '') + (ofTab ?? '');
    } catch {
      // ST5: blocked, private or opaque: as with storage off.
      return '';
    }
  };
}

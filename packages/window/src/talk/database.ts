import { get, set, type UseStore } from 'idb-keyval';
import type { Database } from './talk-ports.ts';

const STORE = 'kept';

/** What is too long for local storage. ST5: one that cannot be had is empty. */
export function createDatabase(name: string): Database {
  const use = createClosingStore(name);
  return {
    read: (record) => get(record, use).catch(() => undefined),
    write: (record, value) => set(record, value, use).catch(() => {}),
  };
}

/** As idb-keyval's own, but closed after each use: left open, it would stand in
 * the way of erasing it, and of the back-forward cache. */
const createClosingStore =
  (name: string): UseStore =>
  async (mode, act) => {
    const database = await open(name);
    try {
      const store = database.transaction(STORE, mode).objectStore(STORE);
      return await act(store);
    } finally {
      // It closes when the transaction is over.
      database.close();
    }
  };

const open = (name: string) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = opening.onblocked = () =>
      reject(opening.error ?? new Error('blocked'));
  });

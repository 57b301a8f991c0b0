import type { Store } from '../ports.ts';

/**
 * What the window keeps on the device, under one name: local storage for the
 * first frame, session storage for this tab. What is long is in IndexedDB, which
 * the talk's part reads and writes (`talk/database.ts`).
 */
export function createStore(name: string): Store {
  return {
    readText: () => attempt(() => localStorage.getItem(name) ?? undefined),
    writeText: (text) => attempt(() => localStorage.setItem(name, text)),
    readTabText: () => attempt(() => sessionStorage.getItem(name) ?? undefined),
    writeTabText: (text) => attempt(() => sessionStorage.setItem(name, text)),
    erase() {
      attempt(() => localStorage.removeItem(name));
      attempt(() => sessionStorage.removeItem(name));
      attempt(() => indexedDB.deleteDatabase(name));
    },
  };
}

function attempt<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    // ST5: blocked, full or private is as storage off.
    return undefined;
  }
}

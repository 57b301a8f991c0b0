import type { WindowHost } from '../host.ts';
import type { Store } from '../ports.ts';

/**
 * What the window keeps on the device, under one name: local storage for the
 * first frame, session storage for this tab, IndexedDB for what is long.
 */
export function createStore(
  name: string,
  { talk }: Pick<WindowHost, 'talk'>,
): Store {
  return {
    readText: () => attempt(() => localStorage.getItem(name) ?? undefined),
    writeText: (text) => attempt(() => localStorage.setItem(name, text)),
    readTabText: () => attempt(() => sessionStorage.getItem(name) ?? undefined),
    writeTabText: (text) => attempt(() => sessionStorage.setItem(name, text)),
    read: async (record) => (await talk()).database.read(record),
    write: async (record, value) =>
      (await talk()).database.write(record, value),
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

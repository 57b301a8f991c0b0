import { nothing } from '../nothing.ts';
import { local } from './local.ts';
import { seldom } from './seldom.ts';

/** An event that waits to be sent, or to be told that it was. */
export interface Kept {
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
  readonly [fact: string]: unknown;
}

/**
 * Events that could not be sent, the newest 200 (NET2). While nothing is in it,
 * none of its calls costs a page a database (CO4).
 */
export interface Outbox {
  /** May fail in silence. */
  put(events: readonly Kept[]): void;
  /** May fail in silence. */
  remove(events: readonly Kept[]): void;
  /** @returns All of them, in no order; undefined where there are none. */
  take(): Promise<readonly Kept[] | undefined> | undefined;
}

const STORE = 'events';
export const MAX_EVENTS = 200;

/** Says in local storage that the database holds something: to open it and see
 * costs a phone more than all else that a page view keeps. */
const unsentKey = (key: string) => `${key}-unsent`;

/** Its database goes with all of the tag's (ST2). */
export function eraseOutbox(key: string): void {
  local('removeItem', unsentKey(key));
}

/** One database, opened when there is something to put or to take. */
export function createOutbox(key: string): Outbox {
  const mark = unsentKey(key);
  const isFilled = () => local('getItem', mark) !== null;
  const run = seldom(
    <Result>(
      act: (store: IDBObjectStore) => IDBRequest<Result> | undefined,
    ): Promise<Result | undefined> =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(key, 1);
        opening.onerror = reject;
        opening.onupgradeneeded = () =>
          opening.result.createObjectStore(STORE, { keyPath: 'id' });
        opening.onsuccess = () => {
          const { result: database } = opening;
          const work = database.transaction(STORE, 'readwrite');
          const request = act(work.objectStore(STORE));
          work.oncomplete = () => {
            // Left open, it would keep the page from the back-forward cache.
            database.close();
            resolve(request?.result);
          };
          work.onerror = work.onabort = reject;
        };
      }),
  );
  /** A removal that found nothing left must not hide what was put since. */
  let puts = 0;
  const removeAll = seldom((events: readonly Kept[]) => {
    const before = puts;
    run((store) => {
      for (const { id } of events) store.delete(id);
      return store.count();
    })
      .then((left) => {
        if (!left && puts === before) local('removeItem', mark);
      })
      .catch(nothing);
  });
  return {
    put: seldom((events) => {
      if (!events.length) return;
      puts++;
      local('setItem', mark, '1');
      run((store) => {
        for (const event of events) store.put(event);
        const all = store.getAll() as IDBRequest<Kept[]>;
        all.onsuccess = () => {
          // It has them by their ids, which are random.
          const old = all.result
            .sort((one, other) => one.at - other.at)
            .slice(0, -MAX_EVENTS);
          for (const { id } of old) store.delete(id);
        };
        return undefined;
      }).catch(nothing);
    }),
    remove(events) {
      if (isFilled()) removeAll(events);
    },
    take: () => (isFilled() ? run((store) => store.getAll()) : undefined),
  };
}

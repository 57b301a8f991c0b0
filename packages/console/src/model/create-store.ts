/** One immutable value, and who wants to know when it is another. */
export interface Store<T> {
  get(): T;
  set(change: (before: T) => T): void;
  /** @returns Stops it. */
  on(listener: (now: T, before: T) => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<(now: T, before: T) => void>();
  return {
    get: () => value,
    set(change) {
      const before = value;
      value = change(before);
      if (value === before) return;
      for (const listener of listeners) listener(value, before);
    },
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

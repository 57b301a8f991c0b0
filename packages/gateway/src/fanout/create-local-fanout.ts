import type { Fanout } from './fanout.ts';

/** News within one process. */
export function createLocalFanout(): Fanout {
  const topics = new Map<string, Set<(news: never) => void>>();
  return {
    publish(topic, id, news) {
      // A set is walked to its end though listeners leave it meanwhile.
      for (const listener of topics.get(`${topic} ${id}`) ?? [])
        listener(news as never);
    },
    subscribe(topic, id, listener) {
      const key = `${topic} ${id}`;
      const listeners = topics.get(key) ?? new Set();
      listeners.add(listener);
      topics.set(key, listeners);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && topics.get(key) === listeners)
          topics.delete(key);
      };
    },
  };
}

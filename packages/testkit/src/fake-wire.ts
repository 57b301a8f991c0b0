/** A wire between tabs: each message comes to all others, later and in order. */
export interface FakeWire {
  open(hear: (message: unknown) => void): {
    post(message: object): void;
    close(): void;
  };
  /** One lock; who comes later waits. */
  takeLock(told: (isOurs: boolean) => void): () => void;
  /** Delivers what was posted, and what was posted at that, to the end. */
  deliver(): void;
}

export function createFakeWire(): FakeWire {
  const ears = new Set<(message: unknown) => void>();
  const post: (() => void)[] = [];
  let waiting: ((isOurs: boolean) => void)[] = [];
  return {
    open(hear) {
      ears.add(hear);
      return {
        post(message) {
          const copy: unknown = structuredClone(message);
          post.push(() => {
            for (const ear of ears) if (ear !== hear) ear(copy);
          });
        },
        close: () => void ears.delete(hear),
      };
    },
    takeLock(told) {
      const isFirst = waiting.length === 0;
      waiting.push(told);
      post.push(() => told(isFirst));
      return () => {
        const wasFirst = waiting[0] === told;
        waiting = waiting.filter((each) => each !== told);
        const [next] = waiting;
        if (wasFirst && next) post.push(() => next(true));
      };
    },
    deliver() {
      for (let next = post.shift(); next; next = post.shift()) next();
    },
  };
}

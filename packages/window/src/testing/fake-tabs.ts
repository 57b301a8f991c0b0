import type { TabPorts } from '../talk/talk-ports.ts';

/** A browser's channel and lock, shared by tabs that are pretended. */
export interface FakeBrowser {
  openTab(): TabPorts & {
    /** Another document is about to come. */
    navigate(): void;
    /** Stands still: hears nothing, holds what it has. */
    freeze(isFrozen: boolean): void;
  };
  /** How many hold or want the lock. */
  locks(): number;
  channels(): number;
}

interface Holder {
  readonly told: (isOurs: boolean) => void;
  readonly tab: object;
}

/** @param defer When messages and locks come: later, in order. */
export function createFakeBrowser(
  defer: (run: () => void) => void = queueMicrotask,
  hasLocks = true,
): FakeBrowser {
  let queue: Holder[] = [];
  const ears = new Map<(message: unknown) => void, object>();
  const frozen = new Set<object>();
  const tellFirst = () => {
    const [first] = queue;
    if (first) defer(() => queue[0] === first && first.told(true));
  };
  return {
    locks: () => queue.length,
    channels: () => ears.size,
    openTab() {
      const tab = {};
      let navigate = () => {};
      return {
        hasLocks,
        navigate: () => navigate(),
        freeze: (isFrozen) =>
          void (isFrozen ? frozen.add(tab) : frozen.delete(tab)),
        onNavigate: (run) => void (navigate = run),
        openChannel(hear) {
          ears.set(hear, tab);
          return {
            post(message) {
              const copy: unknown = structuredClone(message);
              defer(() => {
                for (const [ear, owner] of ears)
                  if (ear !== hear && !frozen.has(owner)) ear(copy);
              });
            },
            close: () => void ears.delete(hear),
          };
        },
        takeLock(told, isStolen = false) {
          const holder = { told, tab };
          const [robbed] = queue;
          if (isStolen && robbed) {
            queue = [holder, ...queue.slice(1), robbed];
            defer(() => robbed.told(false));
          } else queue.push(holder);
          if (queue[0] === holder) tellFirst();
          else defer(() => queue.includes(holder) && told(false));
          return () => {
            const wasFirst = queue[0] === holder;
            queue = queue.filter((each) => each !== holder);
            if (wasFirst) tellFirst();
          };
        },
      };
    },
  };
}

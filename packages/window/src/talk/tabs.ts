import type { WindowHost } from '../host.ts';
import type { TabPorts } from './talk-ports.ts';

/** The other tabs of the origin, by a channel and a lock of this name. */
export function createTabPorts(
  name: string,
  { undo }: Pick<WindowHost, 'undo'>,
): TabPorts {
  // Both are absent from pages without https.
  const locks = navigator.locks as LockManager | undefined;
  return {
    hasLocks: !!locks,
    openChannel(hear) {
      const channel = new BroadcastChannel(name);
      const stop = undo(() => channel.close());
      let isOpen = true;
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (isOpen) hear(data);
      };
      return {
        post(message) {
          if (isOpen) channel.postMessage(message);
        },
        close() {
          isOpen = false;
          stop();
        },
      };
    },
    takeLock(told, isStolen = false) {
      if (!locks) return () => {};
      const waiting = new AbortController();
      let isOurs = false;
      let isOver = false;
      let release = () => waiting.abort();
      const ask = (options: LockOptions) => {
        locks
          .request(name, options, () => {
            isOurs = true;
            if (!isOver) told(true);
            // Given back meanwhile, or by what was told.
            if (isOver) return undefined;
            return new Promise<void>((resolve) => {
              release = resolve;
            });
          })
          .catch(() => {
            if (isOver) return;
            // Locks are not for this page: no other tab shares anything with it.
            if (!isOurs) return told(true);
            // Another tab took it away.
            isOurs = false;
            told(false);
            wait();
          });
      };
      const wait = () => ask({ signal: waiting.signal });
      if (isStolen) ask({ steal: true });
      else wait();
      // The answer comes after the lock, where that is free. `ifAvailable` asks
      // less, but Firefox keeps no page in its back-forward cache that ever was
      // refused so (NET3).
      locks
        .query()
        .then(() => {
          if (!isOurs && !isOver) told(false);
        })
        .catch(() => {});
      return undo(() => {
        isOver = true;
        waiting.abort();
        release();
      });
    },
    onNavigate(run) {
      const { navigation } = window as { navigation?: EventTarget };
      if (!navigation) return;
      const hear = (event: Event) => {
        const { destination } = event as unknown as {
          destination: { sameDocument: boolean };
        };
        if (!destination.sameDocument) run();
      };
      navigation.addEventListener('navigate', hear);
      undo(() => navigation.removeEventListener('navigate', hear));
    },
  };
}

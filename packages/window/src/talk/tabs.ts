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
      let isOver = false;
      let release = () => waiting.abort();
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        if (isOver) return undefined;
        told(!!lock);
        if (!lock) {
          wait();
          return undefined;
        }
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      };
      const ask = (options: LockOptions) => {
        locks.request(name, options, hold).catch(() => {
          // Given up while it waited, or another tab took it away.
          if (isOver) return;
          told(false);
          wait();
        });
      };
      const wait = () => {
        if (!isOver) ask({ signal: waiting.signal });
      };
      ask(isStolen ? { steal: true } : { ifAvailable: true });
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

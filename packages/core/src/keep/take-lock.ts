import { guard } from '../guard.ts';
import { nothing } from '../nothing.ts';
import type { Stop } from '../ports.ts';

/**
 * Asks for the origin's lock of a name, and waits for it when another tab has
 * it.
 *
 * @param told True: it is ours, false: another tab has it as yet.
 * @returns Gives it back.
 */
export function takeLock(name: string, told: (isOurs: boolean) => void): Stop {
  const { locks } = navigator;
  // Pages without https have no locks: there each tab is by itself.
  if (!locks) {
    told(true);
    return nothing;
  }
  const waiting = new AbortController();
  let isOurs = false;
  let isOver = false;
  let release: Stop = () => waiting.abort();
  const tell = guard(told);
  locks
    .request(name, { signal: waiting.signal }, () => {
      isOurs = true;
      if (!isOver) tell(true);
      // Given back meanwhile, or by what was told.
      if (isOver) return undefined;
      return new Promise<void>((resolve) => {
        release = resolve;
      });
    })
    .catch(() => {
      // Locks are not for this page: no other tab shares anything with it.
      if (!isOurs && !isOver) tell(true);
    });
  // The answer comes after the lock, where that is free. `ifAvailable` asks
  // less, but Firefox keeps no page in its back-forward cache that ever was
  // refused so (NET3).
  locks.query().then(() => {
    if (!isOurs && !isOver) tell(false);
  }, nothing);
  return () => {
    isOver = true;
    release();
  };
}

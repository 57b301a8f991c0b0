import { guard } from '../guard.ts';
import type { Ports, Stop } from '../ports.ts';

/** Browsers run at once what is due in more than 24 days. */
const MAX_TIMER_MS = 2e9;
/** CO4: no longer for the page's sake. */
const MAX_WAIT_MS = 200;

export function createClock(
  undo: Ports['undo'],
): Pick<Ports, 'later' | 'newId' | 'now' | 'untilPainted'> {
  const later = (run: () => void, ms: number): Stop => {
    const timer = setTimeout(
      guard(() => {
        stop();
        run();
      }),
      Math.min(ms, MAX_TIMER_MS),
    );
    const stop = undo(() => clearTimeout(timer));
    return stop;
  };
  return {
    // Whole, whatever the page made of it: the gateway takes no fractions.
    now: () => Math.floor(Date.now()),
    later,
    untilPainted: () =>
      new Promise((resolve) => {
        // A page that is all there and was painted is not waited for: its next
        // frame may be 30 ms away. Chromium's timeline is 0 before the first one.
        const isThere =
          document.readyState === 'complete' && document.timeline?.currentTime;
        later(resolve, isThere ? 0 : MAX_WAIT_MS);
        // The frame's own work comes before its paint. Polyfills by prefix leave
        // pages without frames (HP1).
        window.requestAnimationFrame?.(() => later(resolve, 0));
      }),
    // To any base but 10: V8 keeps decimal texts, in tables of 46 and 64 KiB (CO4).
    // No `Array.from`: MooTools made it something else (HP1).
    newId: () =>
      [...crypto.getRandomValues(new Uint32Array(4))]
        .map((each) => each.toString(36))
        .join('-'),
  };
}

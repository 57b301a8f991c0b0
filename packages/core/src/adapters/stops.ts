import { guard } from '../guard.ts';
import type { Ports } from '../ports.ts';

/** What `destroy` must undo: each is undone once, by itself or with all. */
export function createStops(): Pick<Ports, 'undo' | 'stop'> {
  const stops = new Set<() => void>();
  let isOver = false;
  return {
    undo(run) {
      const stop = () => {
        // One that fails keeps no other from being undone.
        if (stops.delete(stop)) guard(run)();
      };
      stops.add(stop);
      // What comes after the end is over at once.
      if (isOver) stop();
      return stop;
    },
    stop() {
      isOver = true;
      stops.forEach((stop) => stop());
    },
  };
}

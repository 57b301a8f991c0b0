import type { Tag } from '../tag.ts';
import { seldom } from './seldom.ts';

/** How far back the pointer's speed is measured. */
const POINTER_MS = 100;

const LEAST_BACK_PX = 300;

interface Point {
  readonly at: number;
  readonly y: number;
}

/** Tells of signs that the visitor is about to leave the page (BC4). All in one
 * function: what runs on every page counts its functions (CO4). */
export function followLeaveSigns({ ports, tell }: Tag): void {
  // The pointer leaves the document at the top, moving up.
  let points: Point[] = [];
  ports.on(
    'pointermove',
    seldom((event) => {
      const { clientY: y, pointerType } = event as PointerEvent;
      if (pointerType === 'touch') return;
      const at = ports.now();
      points = [
        ...points.filter((point) => at - point.at <= POINTER_MS),
        { at, y },
      ];
    }),
  );
  ports.on(
    'pointerout',
    seldom((event) => {
      const {
        clientX,
        clientY: y,
        pointerType,
        relatedTarget,
      } = event as PointerEvent;
      const isOut = !relatedTarget && y <= 0 && pointerType !== 'touch';
      // Over the scroll bar it is no leaving.
      if (!isOut || clientX >= document.documentElement.clientWidth) return;
      const at = ports.now();
      const first = points.filter((point) => at - point.at <= POINTER_MS)[0];
      const size = first ? (first.y - y) / Math.max(1, at - first.at) : 0;
      if (size >= 0) tell({ type: 'leave', sign: 'pointer', size });
    }),
  );

  // By touch: fast back up, after having scrolled down half a screen.
  // Not read before it scrolls: that would have the page laid out (CO4).
  let isTouch: boolean | undefined;
  let lowest: Point | undefined;
  let highest = Infinity;
  let isTold = false;
  ports.on(
    'scroll',
    seldom(() => {
      const at = ports.now();
      const y = scrollY;
      isTouch = isTouch ?? matchMedia('(pointer:coarse)').matches;
      highest = Math.min(highest, y);
      if (!lowest || y >= lowest.y) {
        lowest = { at, y };
        isTold = false;
        return;
      }
      const back = lowest.y - y;
      const wentDown = lowest.y - highest >= innerHeight / 2;
      if (!isTouch || isTold || !wentDown || back < LEAST_BACK_PX) return;
      isTold = true;
      const size = back / Math.max(1, at - lowest.at);
      tell({ type: 'leave', sign: 'scroll', size });
    }),
  );

  // The tab was hidden for a while and is shown again.
  let hiddenAt: number | undefined;
  ports.on(
    'visibilitychange',
    seldom(() => {
      if (!ports.isVisible()) {
        hiddenAt = ports.now();
        return;
      }
      if (hiddenAt === undefined) return;
      const size = (ports.now() - hiddenAt) / 1000;
      hiddenAt = undefined;
      tell({ type: 'leave', sign: 'return', size });
    }),
  );
}

import { guard } from '../guard.ts';
import type { Tag } from '../tag.ts';

type Method = 'pushState' | 'replaceState';

/**
 * Tells of changes of the URL where there is no Navigation API (PG1). Its
 * patches of `history` go when the tag does, and let calls pass where others
 * have wrapped them since (HP2).
 */
export function followHistory({ ports }: Tag, run: () => void): void {
  // As a command of the page it is none.
  if (typeof run !== 'function') throw new TypeError('followHistory');
  ports.on('popstate', run);
  ports.on('hashchange', run);
  for (const method of ['pushState', 'replaceState'] as const)
    ports.undo(patch(method, guard(run)));
  // What the page did meanwhile is seen by its URL.
  run();
}

function patch(method: Method, told: () => void): () => void {
  const wasOwn = Object.hasOwn(history, method);
  const original = history[method];
  let isOver = false;
  const patched: History[Method] = function (this: History, ...given) {
    original.apply(this, given);
    if (!isOver) told();
  };
  history[method] = patched;
  return () => {
    isOver = true;
    if (history[method] !== patched) return;
    if (wasOwn) history[method] = original;
    else Reflect.deleteProperty(history, method);
  };
}

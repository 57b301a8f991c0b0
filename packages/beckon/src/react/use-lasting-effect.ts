import { useEffect, useRef } from 'react';
import type { Stop } from '../beckon-tag.ts';

interface Lasting {
  readonly key: readonly unknown[];
  readonly end: Stop;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * An effect that lasts as long as its key, over the second mount of StrictMode
 * and over a hot reload: it ends a task after its component has gone, unless
 * that is back by then.
 *
 * @param readKey Read after each commit; equal parts are the same key.
 */
export function useLastingEffect(
  begin: () => Stop | void,
  readKey: () => readonly unknown[],
): void {
  const lasting = useRef<Lasting>(undefined);
  useEffect(() => {
    const key = readKey();
    const before = lasting.current;
    clearTimeout(before?.timer);
    if (before && key.every((part, index) => part === before.key[index]))
      return;
    before?.end();
    lasting.current = { key, end: begin() ?? (() => {}) };
  });
  useEffect(
    () => () => {
      const last = lasting.current;
      if (!last) return;
      last.timer = setTimeout(() => {
        lasting.current = undefined;
        last.end();
      });
    },
    [],
  );
}

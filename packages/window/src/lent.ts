import type * as hooks from 'preact/hooks';
import type * as runtime from 'preact/jsx-runtime';

/** What of Preact the window's first file lends to `chunk-more.ts`: there must be
 * one Preact, and one download of it. */
export type Kit = Pick<
  typeof hooks,
  'useEffect' | 'useLayoutEffect' | 'useMemo' | 'useRef' | 'useState'
> &
  Pick<typeof runtime, 'Fragment' | 'jsx' | 'jsxs'>;

// The build puts this file in Preact's place in that chunk alone
// (scripts/build/build-tag.mjs); elsewhere nobody reads these.
export let Fragment: Kit['Fragment'];
export let jsx: Kit['jsx'];
export let jsxs: Kit['jsxs'];
export let useEffect: Kit['useEffect'];
export let useLayoutEffect: Kit['useLayoutEffect'];
export let useMemo: Kit['useMemo'];
export let useRef: Kit['useRef'];
export let useState: Kit['useState'];

/** To be called before anything is drawn. */
export function lend(kit: Kit): void {
  ({
    Fragment,
    jsx,
    jsxs,
    useEffect,
    useLayoutEffect,
    useMemo,
    useRef,
    useState,
  } = kit);
}

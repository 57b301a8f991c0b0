import { useEffect, useLayoutEffect } from 'preact/hooks';

/** WM8: the page does not scroll under the window. */
const LOCK =
  'html{overflow:hidden!important;overscroll-behavior:none!important}';

/** The phone's keyboard makes the visual viewport smaller, and nothing else. */
const sheetOf = ({ height, offsetTop }: VisualViewport) =>
  `:host{--seen-height:${height}px;--seen-top:${offsetTop}px}`;

let seen: CSSStyleSheet | undefined;

/** The sheet with the visible part's size; one for the document. */
export const seenSheet = (): CSSStyleSheet =>
  (seen = seen ?? new CSSStyleSheet());

/**
 * While the window is over all of the page: locks the page's scrolling, gives it
 * back at the same place, and follows the phone's keyboard (WM8).
 */
export function useFullScreen(isFull: boolean): void {
  useLayoutEffect(() => (isFull ? followKeyboard() : undefined), [isFull]);
  // It styles all of the page anew, which the first frame need not wait for.
  useEffect(() => (isFull ? lockPage() : undefined), [isFull]);
}

/** To be called before a window is drawn that was not there: to ask for the
 * viewport lays the page out. */
export function readSeen(): void {
  const { visualViewport } = window;
  // Pinched, the visitor looks at a part: that is left alone.
  if (visualViewport && visualViewport.scale <= 1.01)
    seenSheet().replaceSync(sheetOf(visualViewport));
}

function followKeyboard() {
  const { visualViewport } = window;
  visualViewport?.addEventListener('resize', readSeen);
  visualViewport?.addEventListener('scroll', readSeen);
  return () => {
    visualViewport?.removeEventListener('resize', readSeen);
    visualViewport?.removeEventListener('scroll', readSeen);
    seenSheet().replaceSync('');
  };
}

function lockPage() {
  const { scrollX, scrollY } = window;
  const lock = new CSSStyleSheet();
  lock.replaceSync(LOCK);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, lock];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (each) => each !== lock,
    );
    if (window.scrollX !== scrollX || window.scrollY !== scrollY)
      scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  };
}

import { guard } from '../guard.ts';
import type { Ports, Stop } from '../ports.ts';

type PagePorts =
  | 'announce'
  | 'browser'
  | 'isPrerendering'
  | 'isVisible'
  | 'on'
  | 'onRoute'
  | 'page'
  | 'reportError'
  | 'resolve';

const OPTIONS = { capture: true, passive: true };

const isVisible = () => !document.hidden;

/** Not of `location`, whose class takes 3.5 KiB of a page's heap (CO4). */
function urlNow(): string {
  const url: unknown = document.URL;
  // An element of the page's with that name hides the document's own.
  return typeof url === 'string' ? url : location.href;
}

/** Of an absolute URL, as browsers serialise it. */
export const originOf = (url: string): string => url.split('/', 3).join('/');

export function createPage(undo: Ports['undo']): Pick<Ports, PagePorts> {
  /** Before the page's own listeners; it never holds scrolling up. */
  const listen = (
    target: EventTarget,
    type: string,
    run: (event: Event) => void,
  ): Stop => {
    const hear = guard(run);
    target.addEventListener(type, hear, OPTIONS);
    return undo(() => target.removeEventListener(type, hear, OPTIONS));
  };
  const on: Ports['on'] = (type, run) => listen(window, type, run);
  return {
    on,
    page: () => ({
      url: urlNow(),
      // PG4: the window's count stands between two of these, which nobody sees.
      title: document.title.replace(/^\u2060.*\u2060/, ''),
      lang: document.documentElement.lang,
      visible: isVisible(),
      referrer: document.referrer.startsWith(`${originOf(urlNow())}/`)
        ? ''
        : document.referrer,
    }),
    isVisible,
    resolve: (url) => new URL(url, document.baseURI).href,
    browser: () => navigator,
    isPrerendering: !!document.prerendering,
    onRoute(run) {
      const { navigation } = window;
      // A variable or an element of the page's may have that name, and where the
      // origin is opaque it tells nothing.
      const isTold = !!navigation?.currentEntry;
      if (isTold) listen(navigation, 'currententrychange', run);
      return isTold;
    },
    announce: (type, detail) =>
      dispatchEvent(new CustomEvent(type, { detail })),
    reportError: (error) => reportError(error),
  };
}

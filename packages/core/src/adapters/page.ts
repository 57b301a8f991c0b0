import { guard } from '../guard.ts';
import type { Ports, Stop } from '../ports.ts';

type PagePorts =
  | 'announce'
  | 'browser'
  | 'isPrerendering'
  | 'on'
  | 'onRoute'
  | 'page'
  | 'reportError'
  | 'resolve';

export function createPage(undo: Ports['undo']): Pick<Ports, PagePorts> {
  /** Before the page's own listeners; it never holds scrolling up. */
  const listen = (
    target: EventTarget,
    type: string,
    run: (event: Event) => void,
  ): Stop => {
    const hear = guard(run);
    const options = { capture: true, passive: true };
    target.addEventListener(type, hear, options);
    return undo(() => target.removeEventListener(type, hear, options));
  };
  const on: Ports['on'] = (type, run) => listen(window, type, run);
  return {
    on,
    page: () => ({
      url: location.href,
      // PG4: the window's count stands between two of these, which nobody sees.
      title: document.title.replace(/^\u2060.*\u2060/, ''),
      lang: document.documentElement.lang,
      visible: !document.hidden,
      referrer: document.referrer.startsWith(`${location.origin}/`)
        ? ''
        : document.referrer,
    }),
    resolve: (url) => new URL(url, document.baseURI).href,
    browser: () => ({
      userAgent: navigator.userAgent,
      mobile: navigator.userAgentData?.mobile,
      touchPoints: navigator.maxTouchPoints,
      language: navigator.language,
    }),
    isPrerendering: () => !!document.prerendering,
    onRoute: (run) =>
      !!window.navigation &&
      !!listen(window.navigation, 'currententrychange', run),
    announce: (type, detail) =>
      window.dispatchEvent(new CustomEvent(type, { detail })),
    reportError: (error) => reportError(error),
  };
}

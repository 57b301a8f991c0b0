import type { Desk } from '../ports.ts';

const POPUP = 'popup,width=420,height=720';

/** What stands around the page: its viewport, tabs beside it. */
export const desk: Desk = {
  viewports: () =>
    [...document.querySelectorAll('meta[name=viewport i]')].map(
      (meta) => meta.getAttribute('content') ?? '',
    ),
  widths: () => ({
    layout: document.documentElement.clientWidth,
    screen: screen.width,
  }),
  openTab(isPopup) {
    // What hands over digests the code, and that needs https.
    if (!isSecureContext) return undefined;
    const tab = open('about:blank', '_blank', isPopup ? POPUP : undefined);
    if (!tab) return undefined;
    // WM4: it knows nothing of the page, not even that it is there.
    tab.opener = null;
    return (url) => tab.location.replace(url);
  },
};

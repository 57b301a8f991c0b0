import type { WindowHost } from '../host.ts';
import type { Desk } from '../ports.ts';

const POPUP = 'popup,width=420,height=720';

/** What stands around the page: its viewport, tabs beside it, the printer. */
export function createDesk(
  { origin, site }: Pick<WindowHost, 'origin' | 'site'>,
  printSheet: () => CSSStyleSheet,
): Desk {
  const post = (path: string, body: object) =>
    fetch(`${origin}/v1/sites/${site}/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      // No preflight; and nothing of the page's address but its origin.
      headers: { 'content-type': 'text/plain' },
      credentials: 'omit',
      referrerPolicy: 'origin',
    })
      .then(({ ok }) => ok)
      .catch(() => false);
  return {
    viewports: () =>
      [...document.querySelectorAll('meta[name=viewport i]')].map(
        (meta) => meta.getAttribute('content') ?? '',
      ),
    widths: () => ({
      layout: document.documentElement.clientWidth,
      screen: screen.width,
    }),
    openTab(isPopup) {
      const tab = open('about:blank', '_blank', isPopup ? POPUP : undefined);
      if (!tab) return undefined;
      // WM4: it knows nothing of the page, not even that it is there.
      tab.opener = null;
      return (url) => tab.location.replace(url);
    },
    digest(text) {
      const { subtle } = crypto as { subtle?: SubtleCrypto };
      return subtle
        ?.digest('SHA-256', new TextEncoder().encode(text))
        .then((bytes) => toHex(new Uint8Array(bytes)));
    },
    handOver: (body) => post('handover', body),
    revoke: (token) => void post('logout', { token }),
    print() {
      const sheet = printSheet();
      const { adoptedStyleSheets: before } = document;
      document.adoptedStyleSheets = [...before, sheet];
      print();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
        (each) => each !== sheet,
      );
    },
  };
}

const toHex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

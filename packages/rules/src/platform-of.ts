import type { Platform } from '@beckon/schema/types';

/** What a browser's `navigator` says of itself. */
export interface BrowserSigns {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
  /** Chromium's alone. */
  readonly userAgentData?: { readonly mobile: boolean };
}

/** The platform of a browser (AU4). */
export function platformOf(browser: BrowserSigns): Platform {
  const { maxTouchPoints, userAgent } = browser;
  const isTablet =
    (maxTouchPoints > 1 && /Macintosh/.test(userAgent)) ||
    /iPad|^(?!.*Mobile).*Android/.test(userAgent);
  // Without touch it is none, and is not asked: the class of these data takes
  // 1.3 KiB of a page's heap (CO4).
  if (maxTouchPoints && browser.userAgentData?.mobile) return 'smartphone';
  if (isTablet) return 'tablet';
  return /Mobi/.test(userAgent) ? 'smartphone' : 'desktop';
}

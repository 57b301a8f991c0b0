import type { Platform } from '@beckon/schema/types';

/**
 * The platform of a browser (AU4).
 *
 * @param browser `mobile` is the user-agent data's, where there are such.
 */
export function platformOf(browser: {
  readonly userAgent: string;
  readonly mobile?: boolean | undefined;
  readonly touchPoints: number;
}): Platform {
  const { userAgent, touchPoints } = browser;
  const isTablet =
    (touchPoints > 1 && /Macintosh/.test(userAgent)) ||
    /iPad|^(?!.*Mobile).*Android/.test(userAgent);
  if (browser.mobile) return 'smartphone';
  if (isTablet) return 'tablet';
  return /Mobi/.test(userAgent) ? 'smartphone' : 'desktop';
}

import { decodePercent } from '@beckon/schema/text';

/**
 * Whether going from one URL to another is no page view (PG2): equal but for
 * ignored parameters, or but for a fragment that is no route.
 *
 * @param ignored Fits the names of ignored parameters, in lower case.
 */
export function isSamePage(from: string, to: string, ignored: RegExp): boolean {
  const strip = (url: string) =>
    url
      // A fragment that is no route counts for nothing.
      .replace(/#(?![/!]).*/s, '')
      // The pairs that are left have one form, whatever went before them.
      .replace(/[?&]+(([^=&#]*)[^&#]*)/g, (_, pair: string, key: string) =>
        pair && !ignored.test(decodePercent(key).toLowerCase())
          ? `&${pair}`
          : '',
      );
  return strip(from) === strip(to);
}

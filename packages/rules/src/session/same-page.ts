import { decodePercent } from '@beckon/schema/text';

/**
 * Whether going from one URL to another is no page view (PG2): equal but for
 * ignored parameters, or but for a fragment that is no route.
 *
 * @param ignored Lower case; a trailing `*` stands for any rest.
 */
export function isSamePage(
  from: string,
  to: string,
  ignored: readonly string[],
): boolean {
  const isIgnored = (key: string) => {
    const name = decodePercent(key).toLowerCase();
    return ignored.some((rule) =>
      rule.endsWith('*') ? name.startsWith(rule.slice(0, -1)) : name === rule,
    );
  };
  const [before, after] = [from, to].map((url) =>
    url
      // A fragment that is no route counts for nothing.
      .replace(/#(?![/!]).*/s, '')
      // The pairs that are left have one form, whatever went before them.
      .replace(/[?&]+(([^=&#]*)[^&#]*)/g, (_, pair: string, key: string) =>
        pair && !isIgnored(key) ? `&${pair}` : '',
      ),
  );
  return before === after;
}

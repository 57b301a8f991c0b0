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
  const [before, after] = [from, to].map((url) => {
    const [, page = '', search = '', hash = ''] =
      /^([^?#]*)\??([^#]*)#?(.*)/s.exec(url) ?? [];
    const pairs = search
      .split('&')
      .filter((pair) => pair && !isIgnored(pair, ignored));
    return { page: [page, ...pairs].join('&'), hash };
  });
  return (
    before?.page === after?.page &&
    (before?.hash === after?.hash ||
      !/^[/!]|\n[/!]/.test(`${before?.hash}\n${after?.hash}`))
  );
}

function isIgnored(pair: string, ignored: readonly string[]): boolean {
  const name = decodePercent(pair.split('=')[0] ?? '').toLowerCase();
  return ignored.some((rule) =>
    rule.endsWith('*') ? name.startsWith(rule.slice(0, -1)) : name === rule,
  );
}

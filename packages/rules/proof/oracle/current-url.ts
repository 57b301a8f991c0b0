/**
 * Whether a URL is still the page's: the same, but for parameters that the
 * config ignores and fragments that are no routes (PG2, EN4).
 *
 * @param ignored Parameter names; a trailing `*` stands for any rest.
 */
export function isCurrentUrl(
  before: string,
  now: string,
  ignored: readonly string[],
): boolean {
  const [oldPage, oldFragment] = parts(before, ignored);
  const [newPage, newFragment] = parts(now, ignored);
  if (oldPage !== newPage) return false;
  if (oldFragment === newFragment) return true;
  return !looksLikeRoute(oldFragment) && !looksLikeRoute(newFragment);
}

function looksLikeRoute(fragment: string): boolean {
  return fragment.startsWith('#/') || fragment.startsWith('#!');
}

function parts(text: string, ignored: readonly string[]): [string, string] {
  const url = new URL(text);
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isIgnored(nameOf(pair), ignored));
  return [`${url.origin}${url.pathname}?${kept.join('&')}`, url.hash];
}

function nameOf(pair: string): string {
  const [name] = new URLSearchParams(pair).keys();
  return (name ?? '').toLowerCase();
}

function isIgnored(name: string, ignored: readonly string[]): boolean {
  return ignored.some((rule) =>
    rule.endsWith('*')
      ? name.startsWith(rule.slice(0, -1).toLowerCase())
      : name === rule.toLowerCase(),
  );
}

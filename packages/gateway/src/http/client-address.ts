import { isIP } from 'node:net';

/**
 * Tells the address of whoever made a request, or undefined where it cannot be
 * told.
 *
 * @param forwarded X-Forwarded-For. Each proxy adds whom it heard from at the
 *   end, so that with `hops` proxies of ours the entry `hops` from the end is
 *   the one that no visitor can write.
 */
export function clientAddress(
  peer: string | undefined,
  forwarded: string | undefined,
  hops: number,
): string | undefined {
  const heard = (forwarded ?? '').split(',');
  const told = hops > 0 ? decodeAddress(heard.at(-hops) ?? '') : undefined;
  return told ?? decodeAddress(peer ?? '');
}

/** `203.0.113.9`, `203.0.113.9:4711`, `[2001:db8::1]:4711`, `::ffff:203.0.113.9`. */
function decodeAddress(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '');
  return isIP(bare) === 0 ? undefined : bare;
}

/**
 * Under which key an address is limited (GW4): IPv6 by its /64, of which every
 * connection has all addresses to itself.
 */
export function limitKey(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing =
    tail === undefined ? 0 : 8 - groups.length - countGroups(tail);
  const filled = [
    ...groups,
    ...Array.from({ length: Math.max(0, missing) }, () => '0'),
    ...(tail ?? '').split(':'),
  ];
  const network = filled
    .slice(0, 4)
    .map((group) => (parseInt(group, 16) || 0).toString(16));
  return `${network.join(':')}::/64`;
}

function countGroups(tail: string): number {
  if (tail === '') return 0;
  const groups = tail.split(':');
  // An IPv4 address at the end takes the room of two groups.
  return groups.length + (groups.at(-1)?.includes('.') ? 1 : 0);
}

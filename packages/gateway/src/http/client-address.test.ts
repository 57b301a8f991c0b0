import { expect, it } from 'vitest';
import { clientAddress, limitKey } from './client-address.ts';

it.each<[string | undefined, string | undefined, number, string | undefined]>([
  // What a visitor writes counts for nothing without a proxy.
  ['203.0.113.1', '198.51.100.7', 0, '203.0.113.1'],
  ['10.0.0.1', '198.51.100.7', 1, '198.51.100.7'],
  // The visitor wrote the first one.
  ['10.0.0.1', '1.1.1.1, 198.51.100.7', 1, '198.51.100.7'],
  ['10.0.0.1', '1.1.1.1, 198.51.100.7, 10.0.0.2', 2, '198.51.100.7'],
  // Fewer than there should be: somebody went round the proxies.
  ['198.51.100.7', '1.1.1.1', 2, '198.51.100.7'],
  ['10.0.0.1', 'unknown', 1, '10.0.0.1'],
  ['10.0.0.1', '198.51.100.7:5123', 1, '198.51.100.7'],
  ['10.0.0.1', '[2001:db8::1]:5123', 1, '2001:db8::1'],
  ['::ffff:203.0.113.1', undefined, 0, '203.0.113.1'],
  ['fe80::1%eth0', undefined, 0, 'fe80::1'],
  [undefined, undefined, 1, undefined],
])(
  '[GH11] from %j, forwarded %j over %i: %j',
  (peer, header, hops, address) => {
    expect(clientAddress(peer, header, hops)).toBe(address);
  },
);

it.each([
  ['203.0.113.1', '203.0.113.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
  [undefined, 'unknown'],
])('[GH11] %s is limited as %s', (address, key) => {
  expect(limitKey(address)).toBe(key);
});

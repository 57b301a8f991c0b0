import { isIP } from 'node:net';

/** Whether only this machine reaches the host: an address or a host name. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (isIP(bare) === 4) return bare.startsWith('127.');
  if (isIP(bare) === 6) return new URL(`http://[${bare}]`).host === '[::1]';
  // RFC 6761, section 6.3: names below localhost are loopback too.
  return bare === 'localhost' || bare.endsWith('.localhost');
}

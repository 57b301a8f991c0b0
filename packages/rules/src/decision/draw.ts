import { utf8 } from '../utf8.ts';

/**
 * A visitor's draw for a name (SL6), as a share of 1.
 *
 * @returns At least 0, below 1.
 */
export function draw(visitorId: string, id: string): number {
  return hashText(`${visitorId}|${id}`) / 2 ** 32;
}

/** MurmurHash3 x86 32-bit, seed 0, of a text's UTF-8 bytes; unsigned. */
export function hashText(text: string): number {
  const bytes = utf8(text);
  const { length } = bytes;
  let hash = 0;
  for (let i = 0; i < length;) {
    let block = 0;
    // Past the end there is NaN, which is 0 when shifted.
    for (let bit = 0; bit < 32; bit += 8) block |= bytes.charCodeAt(i++) << bit;
    block = Math.imul(block, 0xcc9e2d51);
    hash ^= Math.imul((block << 15) | (block >>> 17), 0x1b873593);
    if (i <= length)
      hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  hash ^= length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

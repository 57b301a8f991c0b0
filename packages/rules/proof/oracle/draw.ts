const encoder = new TextEncoder();
const drawn = new Map<string, number>();

/** A number from 0 to below 1 that only the key decides (SL6). */
export function draw(key: string): number {
  const known = drawn.get(key) ?? murmur32(encoder.encode(key)) / 2 ** 32;
  if (drawn.size > 10_000) drawn.clear();
  drawn.set(key, known);
  return known;
}

/** MurmurHash3 x86 32-bit with seed 0, as Austin Appleby published it. */
function murmur32(bytes: Uint8Array): number {
  let hash = 0;
  const whole = bytes.length - (bytes.length % 4);
  for (let at = 0; at < whole; at += 4) {
    hash ^= scramble(littleEndian(bytes.subarray(at, at + 4)));
    hash = Math.imul(rotate(hash, 13), 5) + 0xe6546b64;
  }
  hash ^= scramble(littleEndian(bytes.subarray(whole)));
  hash ^= bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function littleEndian(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte, index) => sum | (byte << (8 * index)), 0);
}

function scramble(word: number): number {
  return Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

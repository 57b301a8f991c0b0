/**
 * A text's digest, by which the session tells texts apart that it does not keep;
 * 0 for none. Never compared with anyone else's: draws have their own (SL6).
 *
 * @returns FNV-0 of its UTF-16 code units, 32 bits.
 */
export function digest(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash, 0x01000193) ^ text.charCodeAt(i);
  return hash;
}

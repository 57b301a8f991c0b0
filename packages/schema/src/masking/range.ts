/** A part of a text: `[from, to)` in UTF-16 units. */
export type Range = readonly [from: number, to: number];

/** What may stand between the characters of a number: up to sixteen of these. */
export const BETWEEN = '[^\\p{L}\\p{N}]{0,16}';

const BROKEN =
  /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** GH18: without NUL and halves of pairs, which PostgreSQL cannot store. */
export const wellFormedText = (text: string): string =>
  text.replace(BROKEN, '\uFFFD');

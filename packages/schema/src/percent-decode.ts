// Exactly the shapes that UTF-8 has in escapes, so that a malformed escape
// never takes a well-formed neighbour with it (PT3).
// Where a digit must follow, what stands before a `%` may be anything: the
// decoder refuses it, and nothing well-formed is in it.
const ESCAPES =
  /%([0-7]|([cd].|e.%[89ab].|f.%[89ab].%[89ab].)%[89ab])[\da-f]/gi;

const decodeEscape = (escape: string): string => {
  try {
    return decodeURIComponent(escape);
  } catch {
    // Overlong, a surrogate or past U+10FFFF: malformed, stays as it is.
    return escape;
  }
};

/**
 * Decodes every well-formed UTF-8 escape of a text and leaves malformed ones
 * as they are.
 *
 * @throws Never.
 * @see PT3
 */
export const decodePercent = (text: string): string =>
  // Most have none: V8 makes machine code of a pattern that replaces (CO4).
  text.includes('%') ? text.replace(ESCAPES, decodeEscape) : text;

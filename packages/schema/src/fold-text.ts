/**
 * Brings a text into the form in which texts are compared (PT1). In capitals,
 * for these are fewer: σ and ς have one, ß has two letters.
 */
export const foldText = (text: string): string =>
  text.trim().replace(/\s+/g, ' ').toUpperCase();

/** Brings a text into the form in which texts are compared (PT1). */
export const foldText = (text: string): string =>
  text.trim().replace(/\s+/g, ' ').toLowerCase();

/** What publishing and the engine must do alike with texts (PT1–PT3). */
export { canonicalQuery } from './canonical-query.ts';
export { foldText } from './fold-text.ts';
export { decodePercent } from './percent-decode.ts';

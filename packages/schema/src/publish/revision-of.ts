import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';

const REVISION_CHARS = 16;

/** The name of a content: equal for equal values, in any order of keys. */
export const revisionOf = (content: unknown): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson(content)))).slice(
    0,
    REVISION_CHARS,
  );

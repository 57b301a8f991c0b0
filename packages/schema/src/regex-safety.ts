import type { Verdict } from './config/strict.ts';
import { checkSync } from './recheck-browser.js';

/** PT4: how long a pattern may be. */
export const MAX_REGEX_CHARS = 512;

/** How long the checker may think about one pattern. */
const CHECK_LIMIT_MS = 5000;

/** Of this degree and above a match of 2,048 characters takes too long. */
const REFUSED_DEGREE = 3;

const MAX_REMEMBERED = 5000;

const TOO_LONG: Verdict = {
  code: 'out-of-range',
  advice: `A regular expression has at most ${MAX_REGEX_CHARS} characters: write several patterns.`,
};

const cause = (error: unknown): string =>
  error instanceof Error ? error.message : 'it does not compile';

const compiles = (source: string): Verdict | undefined => {
  try {
    new RegExp(source, 'iu');
    return undefined;
  } catch (error) {
    return {
      code: 'bad-regex',
      advice: `Write a JavaScript regular expression for the flags i and u: ${cause(error)}.`,
    };
  }
};

type Diagnostics = ReturnType<typeof checkSync>;

/** The parts of the pattern that are tried again and again. */
const hotParts = (found: Diagnostics, source: string): string => {
  if (found.status !== 'vulnerable') return '';
  const parts = found.hotspot
    .filter(({ temperature }) => temperature === 'heat')
    .map(({ start, end }) => JSON.stringify(source.slice(start, end)));
  return parts.length === 0 ? 'a part of it' : [...new Set(parts)].join(', ');
};

const slow = (found: Diagnostics, source: string): Verdict | undefined => {
  if (found.status === 'safe') return undefined;
  if (found.status === 'unknown') {
    const why =
      found.error.kind === 'timeout' ? 'in time' : `(${found.error.kind})`;
    return {
      code: 'unchecked-regex',
      advice: `The checker could not tell ${why} whether it is fast: write it shorter, with fewer and smaller repetitions.`,
    };
  }
  const { complexity, attack } = found;
  if (complexity.type === 'polynomial' && complexity.degree < REFUSED_DEGREE)
    return undefined;
  const growth =
    complexity.type === 'exponential'
      ? 'exponential time'
      : `time that grows with power ${complexity.degree} of the length`;
  return {
    code: 'slow-regex',
    advice: `It can take ${growth}, because ${hotParts(found, source)} can match the same text in many ways, as in ${attack.pattern}. Let no two repetitions match the same characters.`,
  };
};

/**
 * Makes a judge of regular expressions, which remembers its verdicts.
 *
 * @param limitMs How long the checker may think about one pattern.
 */
export const createRegexJudge = (
  limitMs: number,
): ((source: string) => Verdict | undefined) => {
  const remembered = new Map<string, Verdict | undefined>();
  const judge = (source: string): Verdict | undefined =>
    compiles(source) ??
    slow(checkSync(source, 'iu', { timeout: limitMs }), source);
  return (source) => {
    if (source.length > MAX_REGEX_CHARS) return TOO_LONG;
    if (remembered.has(source)) return remembered.get(source);
    const verdict = judge(source);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(source, verdict);
    return verdict;
  };
};

/**
 * Tells what forbids a regular expression: that it does not compile, is too
 * long, or can take exponential time or time beyond the square of the length.
 * Nothing is tested on more than 2,048 characters, where a square is bearable.
 *
 * @see PT4
 */
export const judgeRegex = createRegexJudge(CHECK_LIMIT_MS);

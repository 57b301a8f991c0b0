import type { Verdict } from './config/strict.ts';
import { MAX_TESTED_CHARS } from './constants.ts';
import { checkSync } from './recheck-browser.js';
import { regexEffort } from './regex-effort.ts';

/** PT4: how long a pattern may be. */
export const MAX_REGEX_CHARS = 512;

/** Eight times the square of the longest text: a tenth of a second at most. */
const BEARABLE_STEPS = 8 * MAX_TESTED_CHARS ** 2;

/**
 * What the checker may do, counted and never timed, so that its verdict is the
 * same on every machine. Beyond its automaton it looks for a bad text by trial.
 */
const BUDGET = {
  maxNFASize: 3000,
  maxAttackStringSize: MAX_TESTED_CHARS,
  attackLimit: 1_000_000,
  incubationLimit: 5000,
  maxIteration: 2,
  maxInitialGenerationSize: 20,
  maxGenerationSize: 20,
  crossoverSize: 5,
  mutationSize: 10,
  maxGeneStringSize: 100,
  randomSeed: 0,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
} as const;

/** The checker writes counted repetitions out, and works on what that makes. */
const MAX_CHECKED_SIZE = 500;

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

const list = (parts: readonly string[]): string =>
  parts.length === 0
    ? 'a part of it'
    : [...new Set(parts)].map((part) => JSON.stringify(part)).join(', ');

/** The parts of the pattern that are tried again and again. */
const hotParts = (found: Diagnostics, source: string): readonly string[] =>
  found.status === 'vulnerable'
    ? found.hotspot
        .filter(({ temperature }) => temperature === 'heat')
        .map(({ start, end }) => source.slice(start, end))
    : [];

const ADVICE = 'Let no two repetitions match the same characters.';

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
    advice: `It can take ${growth}, because ${list(hotParts(found, source))} can match the same text in many ways, as in ${attack.pattern}. ${ADVICE}`,
  };
};

const tooBig = (size: number): Verdict => ({
  code: 'unchecked-regex',
  advice: `It is too big to be checked: its counted repetitions written out are ${size} characters and classes, of which ${MAX_CHECKED_SIZE} can be. Use smaller counts, or * and +.`,
});

/** A repetition whose rounds can be cut in many ways is slow long before its
 * count ends it, which the theory of endless texts does not see. */
const slowCounted = (
  found: Diagnostics,
  counted: readonly string[],
): Verdict | undefined =>
  found.status === 'vulnerable' && found.complexity.type === 'exponential'
    ? {
        code: 'slow-regex',
        advice: `It can take time that doubles with each round, because ${list(counted)} can cut the same text into rounds in many ways. ${ADVICE}`,
      }
    : undefined;

/**
 * Makes a judge of regular expressions, which remembers its verdicts.
 *
 * @param limitMs How long the checker may think about one pattern; null, as
 *   long as its budget lasts.
 */
export const createRegexJudge = (
  limitMs: number | null,
): ((source: string) => Verdict | undefined) => {
  const remembered = new Map<string, Verdict | undefined>();
  const check = (source: string): Diagnostics =>
    checkSync(source, 'iu', { ...BUDGET, timeout: limitMs });
  const judgeEffort = (source: string): Verdict | undefined => {
    const effort = regexEffort(source, MAX_TESTED_CHARS);
    const { steps, size, counted, uncounted } = effort;
    if (steps <= BEARABLE_STEPS) return undefined;
    if (size > MAX_CHECKED_SIZE) return tooBig(size);
    // An empty class matches nothing, so that every way is tried.
    const tried = counted.length > 0 && check(`(?:${uncounted})[]`);
    return (
      (tried ? slowCounted(tried, counted) : undefined) ??
      slow(check(source), source)
    );
  };
  return (source) => {
    if (source.length > MAX_REGEX_CHARS) return TOO_LONG;
    if (remembered.has(source)) return remembered.get(source);
    const verdict = compiles(source) ?? judgeEffort(source);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(source, verdict);
    return verdict;
  };
};

/**
 * Tells what forbids a regular expression: that it does not compile, is too
 * long, or can take exponential time or time beyond the square of the length.
 * Nothing is tested on more than 2,048 characters, where a square is bearable.
 * The verdict depends on the pattern alone, on no clock.
 *
 * @see PT4
 */
export const judgeRegex = createRegexJudge(null);

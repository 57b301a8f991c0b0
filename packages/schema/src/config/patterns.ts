import { z } from 'zod';
import { MAX_TESTED_CHARS } from '../constants.ts';
import { foldText } from '../fold-text.ts';
import { parseUrlPattern } from '../publish/url-pattern.ts';
import { judgeRegex } from '../regex-safety.ts';
import { judged, strict, withRules, type Verdict } from './strict.ts';

const KINDS = ['exact', 'contains', 'regex'] as const;

const WANTED =
  'Write a pattern: { "exact": "…" }, { "contains": "…" } or { "regex": "…" }.';

const LOOSE = 'Write a text, a pattern, or a list of them.';

const judgeLength = (value: string): Verdict | undefined => {
  if (value === '')
    return { code: 'empty', advice: 'Write what to look for (PT5).' };
  if (value.length > MAX_TESTED_CHARS)
    return {
      code: 'out-of-range',
      advice: `Use at most ${MAX_TESTED_CHARS} characters: no more are compared.`,
    };
  return undefined;
};

const judgeText = (value: string): Verdict | undefined =>
  judgeLength(value) ??
  (foldText(value) === ''
    ? {
        code: 'empty',
        advice: 'White space at the ends does not count (PT1): write words.',
      }
    : undefined);

const judgeExactUrl = (value: string): Verdict | undefined =>
  judgeLength(value) ??
  (parseUrlPattern(value) === undefined
    ? {
        code: 'bad-pattern',
        advice:
          'Write an absolute URL such as https://shop.example/cart, or a path that begins with / (PT2).',
      }
    : undefined);

const regex = judged(z.string(), (value) =>
  value === '' ? judgeLength(value) : judgeRegex(value),
);

const patternOf = (
  exact: (value: string) => Verdict | undefined,
  contains: (value: string) => Verdict | undefined,
) =>
  withRules(
    strict(
      {
        exact: judged(z.string(), exact).exactOptional(),
        contains: judged(z.string(), contains).exactOptional(),
        regex: regex.exactOptional(),
      },
      WANTED,
    ),
    (value, report) => {
      const given = KINDS.filter((kind) => kind in value);
      if (given.length === 0) report('missing', [], WANTED, KINDS);
      if (given.length > 1) report('bad-pattern', [], WANTED);
    },
  );

export const textPattern = patternOf(judgeText, judgeText);
export const urlPattern = patternOf(judgeExactUrl, judgeLength);

export const textPatterns = z.array(textPattern);
export const urlPatterns = z.array(urlPattern);

/** A list of which at least one entry must stand. */
export const someTextPatterns = textPatterns.min(1);
export const someUrlPatterns = urlPatterns.min(1);

const exactText = judged(z.string(), judgeText);

/** BC8: a pattern, or a plain text for an exact one, or a list of both. */
export const looseTextPatterns = z.union(
  [
    exactText,
    textPattern,
    z.array(z.union([exactText, textPattern], { error: () => LOOSE })).min(1),
  ],
  { error: () => LOOSE },
);

/** A regular expression by itself, as masks are written. */
export const regexPattern = strict({ regex }, 'Write { "regex": "…" }.');

export type AuthoredTextPattern = z.output<typeof textPattern>;
export type AuthoredUrlPattern = z.output<typeof urlPattern>;
export type LooseTextPatterns = z.output<typeof looseTextPatterns>;

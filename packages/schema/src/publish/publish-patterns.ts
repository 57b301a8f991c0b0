import type {
  AuthoredTextPattern,
  AuthoredUrlPattern,
  LooseTextPatterns,
} from '../config/patterns.ts';
import { foldText } from '../fold-text.ts';
import type { TextPattern, UrlPattern } from '../published.ts';
import { parseUrlPattern } from './url-pattern.ts';

/** PT1: folded, but for a regular expression. */
export const publishTextPattern = ({
  exact,
  contains,
  regex = '',
}: AuthoredTextPattern): TextPattern => {
  if (exact !== undefined) return { exact: foldText(exact) };
  if (contains !== undefined) return { contains: foldText(contains) };
  return { regex };
};

/** PT2, PT3 */
export const publishUrlPattern = ({
  exact,
  contains,
  regex = '',
}: AuthoredUrlPattern): UrlPattern => {
  const parsed = exact === undefined ? undefined : parseUrlPattern(exact);
  if (parsed !== undefined) return parsed;
  if (contains !== undefined) return { contains: contains.toLowerCase() };
  return { regex };
};

export const publishTextPatterns = (
  patterns: readonly AuthoredTextPattern[],
): readonly TextPattern[] => patterns.map(publishTextPattern);

export const publishUrlPatterns = (
  patterns: readonly AuthoredUrlPattern[],
): readonly UrlPattern[] => patterns.map(publishUrlPattern);

/** BC8: a plain text is an exact pattern, one pattern a list of one. */
export const publishLoosePatterns = (
  patterns: LooseTextPatterns,
): readonly TextPattern[] =>
  (Array.isArray(patterns) ? patterns : [patterns]).map((pattern) =>
    publishTextPattern(
      typeof pattern === 'string' ? { exact: pattern } : pattern,
    ),
  );

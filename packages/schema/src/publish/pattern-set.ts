import type { PatternSet, TextPattern, UrlPattern } from '../published.ts';
import { createUniqueList } from './unique-list.ts';

const GRAM_CHARS = 3;

/** Gathers the patterns of one subject from all entry points. */
export interface PatternSetBuilder<Pattern> {
  readonly add: (
    side: 'inside' | 'outside',
    entryPoint: number,
    patterns: readonly Pattern[],
  ) => void;
  readonly build: () => PatternSet<Pattern>;
}

type Index = Record<string, number[]>;

const gramsOf = (text: string): readonly string[] => {
  const grams = new Set<string>();
  for (let at = 0; at + GRAM_CHARS <= text.length; at += 1)
    grams.add(text.slice(at, at + GRAM_CHARS));
  return [...grams];
};

const containsOf = (pattern: TextPattern | UrlPattern): string =>
  'contains' in pattern ? pattern.contains : '';

/** How many patterns hold each gram. */
const countGrams = (
  patterns: readonly (TextPattern | UrlPattern)[],
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const pattern of patterns)
    for (const gram of gramsOf(containsOf(pattern)))
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
};

const rarest = (
  grams: readonly string[],
  counts: ReadonlyMap<string, number>,
): string | undefined => {
  const count = (gram: string): number => counts.get(gram) ?? 0;
  return [...grams].sort((one, other) => count(one) - count(other))[0];
};

const put = (index: Index, key: string, pattern: number): void => {
  (index[key] ??= []).push(pattern);
};

const indexPatterns = (patterns: readonly (TextPattern | UrlPattern)[]) => {
  const counts = countGrams(patterns);
  const exact: Index = {};
  const grams: Index = {};
  const scan: number[] = [];
  for (const [at, pattern] of patterns.entries()) {
    const gram = rarest(gramsOf(containsOf(pattern)), counts);
    if ('exact' in pattern) put(exact, `=${pattern.exact}`, at);
    else if (gram !== undefined) put(grams, gram, at);
    else scan.push(at);
  }
  return { exact, grams, scan };
};

export const createPatternSetBuilder = <
  Pattern extends TextPattern | UrlPattern,
>(): PatternSetBuilder<Pattern> => {
  const unique = createUniqueList<Pattern>();
  const entryPoints = {
    inside: new Map(),
    outside: new Map(),
  } satisfies Record<string, Map<number, Set<number>>>;

  const add: PatternSetBuilder<Pattern>['add'] = (
    side,
    entryPoint,
    patterns,
  ) => {
    const lists: Map<number, Set<number>> = entryPoints[side];
    for (const pattern of patterns) {
      const at = unique.indexOf(pattern);
      lists.set(at, (lists.get(at) ?? new Set()).add(entryPoint));
    }
  };

  const listsOf = (side: 'inside' | 'outside'): readonly number[][] => {
    const lists: Map<number, Set<number>> = entryPoints[side];
    return unique.values.map((_, at) => [...(lists.get(at) ?? [])]);
  };

  const build = (): PatternSet<Pattern> => ({
    patterns: unique.values,
    inside: listsOf('inside'),
    outside: listsOf('outside'),
    ...indexPatterns(unique.values),
  });

  return { add, build };
};

import type { PatternSet, TextPattern, UrlPattern } from '../published.ts';
import { oneOrMore } from './one-or-more.ts';
import { createUniqueList } from './unique-list.ts';

/** Gathers the patterns of one subject from all entry points. */
export interface PatternSetBuilder<Pattern> {
  readonly add: (
    side: 'inside' | 'outside',
    entryPoint: number,
    patterns: readonly Pattern[],
  ) => void;
  readonly build: () => PatternSet<Pattern>;
}

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

  const listsOf = (side: 'inside' | 'outside') => {
    const lists: Map<number, Set<number>> = entryPoints[side];
    return lists.size
      ? unique.values.map((_, at) => oneOrMore([...(lists.get(at) ?? [])]))
      : [];
  };

  const build = (): PatternSet<Pattern> => ({
    patterns: unique.values,
    inside: listsOf('inside'),
    outside: listsOf('outside'),
  });

  return { add, build };
};

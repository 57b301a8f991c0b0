import type { PatternSet, PublishedConfig } from '@beckon/schema/types';
import { fold, matchText } from './match-text.ts';
import { matchUrl, splitUrl } from './match-url.ts';

export interface PageFacts {
  readonly url: string;
  readonly title: string;
  readonly sections: readonly string[];
}

/**
 * The entry points that a page is in (EP1), in the order of their indexes.
 * Costs what the page's own text asks for, not what the config holds.
 */
export function findEntryPoints(
  { patterns }: PublishedConfig,
  page: PageFacts,
): number[] {
  const inside = new Set<number>();
  const outside = new Set<number>();

  const look = <P>(
    set: PatternSet<P>,
    key: string,
    texts: readonly string[],
    matches: (pattern: P) => boolean,
  ) => {
    const candidates = new Set(set.scan);
    const add = (ids: readonly number[] | undefined) =>
      ids?.forEach((id) => candidates.add(id));
    add(set.exact[`=${key}`]);
    for (const text of texts)
      for (let i = 0; i < text.length - 2; i++) add(set.grams[text.substr(i, 3)]);
    for (const id of candidates) {
      const pattern = set.patterns[id];
      if (pattern === undefined || !matches(pattern)) continue;
      set.inside[id]?.forEach((entryPoint) => inside.add(entryPoint));
      set.outside[id]?.forEach((entryPoint) => outside.add(entryPoint));
    }
  };
  const lookText = (set: typeof patterns.title, text: string) => {
    const folded = fold(text);
    look(set, folded, [folded], (pattern) => matchText(pattern, text));
  };

  const url = splitUrl(page.url);
  look(patterns.url, url.path, url.texts, (pattern) => matchUrl(pattern, url));
  lookText(patterns.title, page.title);
  page.sections.forEach((section) => lookText(patterns.section, section));
  return [...inside].filter((id) => !outside.has(id)).sort((a, b) => a - b);
}

import type { PatternSet } from '@beckon/schema/types';
import { known } from '../known.ts';
import type { PageFacts } from '../state.ts';
import { config } from '../visit.ts';
import { fold, matchText } from './match-text.ts';
import { matchUrl, splitUrl } from './match-url.ts';

/**
 * The entry points that a page is in (EP1). Costs what the page's own text asks
 * for, not what the config holds.
 */
export function findEntryPoints(page: PageFacts): number[] {
  const { patterns } = config;
  const inside = new Set<number>();
  const outside = new Set<number>();

  const look = <P>(
    set: PatternSet<P>,
    key: string,
    texts: readonly string[],
    matches: (pattern: P) => boolean,
  ) => {
    const candidates = new Set([...set.scan, ...(set.exact[`=${key}`] ?? [])]);
    for (const text of texts)
      for (let i = 0; i < text.length; i++)
        set.grams[text.substr(i, 3)]?.forEach((id) => candidates.add(id));
    for (const id of candidates) {
      if (!matches(known(set.patterns[id]))) continue;
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
  for (const section of page.sections) lookText(patterns.section, section);
  return [...inside].filter((id) => !outside.has(id));
}

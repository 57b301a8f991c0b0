import type { PatternSet } from '@beckon/schema/types';
import type { PageFacts } from '../state.ts';
import { cache, config } from '../visit.ts';
import { matchText } from './match-text.ts';
import { matchUrl, splitUrl } from './match-url.ts';

/** The entry points that a page is in (EP1). Asked once for each page: visitors
 * come back, patterns do not change. */
export function findEntryPoints(page: PageFacts): readonly number[] {
  const { url, title, sections } = page;
  const key = [url, title, ...sections].join('\0');
  const seen = cache.entryPoints.get(key);
  if (seen) return seen;

  const inside = new Set<number>();
  const outside = new Set<number>();
  const look = <P>(set: PatternSet<P>, matches: (pattern: P) => boolean) =>
    set.patterns.forEach((pattern, id) => {
      if (!matches(pattern)) return;
      set.inside[id]?.forEach((entryPoint) => inside.add(entryPoint));
      set.outside[id]?.forEach((entryPoint) => outside.add(entryPoint));
    });
  const { patterns } = config;
  const parts = splitUrl(url);
  look(patterns.url, (pattern) => matchUrl(pattern, parts));
  look(patterns.title, (pattern) => matchText(pattern, title));
  for (const section of sections)
    look(patterns.section, (pattern) => matchText(pattern, section));
  const found = [...inside].filter((id) => !outside.has(id));
  cache.entryPoints.set(key, found);
  return found;
}

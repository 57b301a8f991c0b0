import type { SiteConfig } from '../config/site-config.ts';
import type { TextPattern, UrlPattern } from '../published.ts';
import { canonicalJson } from '../publish/canonical-json.ts';
import {
  publishTextPatterns,
  publishUrlPatterns,
} from '../publish/publish-patterns.ts';
import type { Warn } from './warning.ts';

type EntryPoint = SiteConfig['entryPoints'][string];
type Pattern = TextPattern | UrlPattern;

/** Tells whether whatever matches one pattern surely matches another. */
const covers = (outer: Pattern, inner: Pattern): boolean => {
  if (canonicalJson(outer) === canonicalJson(inner)) return true;
  return (
    'contains' in outer &&
    'contains' in inner &&
    inner.contains.includes(outer.contains)
  );
};

const subjectsOf = ({ url, title, section }: Omit<EntryPoint, 'exclude'>) => [
  publishUrlPatterns(url),
  publishTextPatterns(title),
  publishTextPatterns(section),
];

/** Tells whether an entry point leaves out all that it takes in. */
export const neverMatches = (entryPoint: EntryPoint): boolean => {
  const outside = subjectsOf(entryPoint.exclude);
  return subjectsOf(entryPoint).every((patterns, subject) =>
    patterns.every((inner) =>
      (outside[subject] ?? []).some((outer) => covers(outer, inner)),
    ),
  );
};

export const warnOfEntryPoints = (
  entryPoints: SiteConfig['entryPoints'],
  warn: Warn,
): void => {
  for (const [name, entryPoint] of Object.entries(entryPoints))
    if (neverMatches(entryPoint))
      warn(
        'never-matches',
        ['entryPoints', name],
        `Failed to find a page in entry point "${name}": exclude leaves out all that it takes in. Narrow exclude.`,
      );
};

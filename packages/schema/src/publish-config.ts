import type { ConfigProblem } from './config-problem.ts';
import { configError } from './config/config-error.ts';
import { problemsOfIssues } from './config/problems-of-issues.ts';
import { siteConfigSchema } from './config/site-config.ts';
import { publishedForm } from './publish/published-form.ts';
import type { PublishedConfig, PublishedNames } from './published.ts';
import { findWarnings } from './warnings/find-warnings.ts';

export type PublishResult =
  | {
      readonly status: 'published';
      readonly config: PublishedConfig;
      /** Names by index, whether or not the config carries them. */
      readonly names: PublishedNames;
      readonly warnings: readonly ConfigProblem[];
    }
  | {
      readonly status: 'refused';
      /** All of them at once. */
      readonly problems: readonly ConfigProblem[];
      readonly warnings: readonly ConfigProblem[];
    };

/** What would arrive if the config came over the wire; undefined if nothing. */
const asJson = (value: unknown): unknown => {
  try {
    const text = JSON.stringify(value) as string | undefined;
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    // A cycle, a bigint, a getter that throws: no JSON, which is said below.
    return undefined;
  }
};

/** A config has about ten levels; the parsers of far deeper ones give up. */
const MAX_LEVELS = 64;

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 ||
    Object.values(value).some((inner) => isDeeper(inner, levels - 1)));

const refuse = (problems: readonly ConfigProblem[]): PublishResult => ({
  status: 'refused',
  problems,
  warnings: [],
});

/**
 * Turns an authored site config into the form that the engine reads, or tells
 * everything that is wrong with it.
 *
 * @param authored Anything; what is no JSON is refused.
 * @param options `now` in epoch ms decides which years' changes of clocks are
 *   written in (SL8), and which schedules are past.
 * @throws Never.
 */
export const publishConfig = (
  authored: unknown,
  options: { readonly now: number },
): PublishResult => {
  const json = asJson(authored);
  if (json === undefined)
    return refuse([configError(json, 'not-json', [], 'Give a JSON object.')]);
  if (isDeeper(json, MAX_LEVELS)) {
    const advice = `Give a JSON object of at most ${MAX_LEVELS} levels.`;
    return refuse([configError(undefined, 'not-json', [], advice)]);
  }
  // Without words of zod's own: the problems bring theirs.
  const parsed = siteConfigSchema.safeParse(json, { error: () => '' });
  const problems = problemsOfIssues(json, parsed.error?.issues ?? []);
  if (!parsed.success || problems.length > 0) return refuse(problems);
  return {
    status: 'published',
    ...publishedForm(parsed.data, options.now),
    warnings: findWarnings(parsed.data, options.now),
  };
};

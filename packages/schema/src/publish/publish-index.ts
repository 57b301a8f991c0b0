import type {
  Condition,
  PublishedConfig,
  PublishedEngagement,
  PublishedIndex,
  ReportIndex,
} from '../published.ts';
import type { CountedCondition } from './field-condition.ts';
import { oneOrMore } from './one-or-more.ts';

interface Indexed extends Pick<
  PublishedConfig,
  'behaviors' | 'audiences' | 'campaigns' | 'engagements'
> {
  readonly conditions: readonly (Condition | CountedCondition)[];
}

/** What has a condition judged again, besides page views and reports. */
const topicsOf = (condition: Condition): readonly string[] => {
  switch (condition.type) {
    case 'flow':
      return [`flow ${condition.flow}`];
    case 'about-to-abandon':
      return ['leave'];
    case 'cart-value':
      return ['cart', 'purchase'];
    case 'engaged-in-session':
      return condition.engagements?.map((id) => `engaged ${id}`) ?? ['engaged'];
    case 'time-on-entry-point':
    case 'visited-entry-point':
    case 'fields':
      return [];
  }
};

/** The conditions that an engagement asks for, by behavior or audience. */
const askedBy = (
  { audiences, behaviors, campaigns }: Indexed,
  engagement: PublishedEngagement,
): readonly number[] => [
  ...[engagement.behaviors].flat().flatMap((id) => behaviors[id] ?? []),
  ...(campaigns[engagement.campaign]?.audiences ?? []).flatMap(
    (id) => audiences[id] ?? [],
  ),
];

const createLists = () => {
  const lists = new Map<string | number, Set<number>>();
  return {
    add: (key: string | number, id: number): void => {
      lists.set(key, (lists.get(key) ?? new Set()).add(id));
    },
    get: (key: string | number): readonly number[] => [
      ...(lists.get(key) ?? []),
    ],
    build: () =>
      Object.fromEntries([...lists].map(([key, ids]) => [key, [...ids]])),
  };
};

const indexReports = (
  conditions: Indexed['conditions'],
): PublishedIndex['reports'] => {
  const lists = createLists();
  const alike = new Map<string, CountedCondition>();
  for (const [id, condition] of conditions.entries()) {
    if (!('counting' in condition)) continue;
    const { counting, each, of } = condition;
    const key = JSON.stringify([of, each, counting]);
    alike.set(key, condition);
    lists.add(key, id);
  }
  const reports: Record<string, ReportIndex[]> = {};
  for (const [key, { counting, each, of }] of alike)
    (reports[of] ??= []).push({
      each,
      ...counting,
      conditions: lists.get(key),
    });
  return reports;
};

const indexEntryPoints = (
  { conditions, engagements }: Indexed,
  length: number,
): Pick<PublishedIndex, 'entryPoints' | 'everywhere'> => {
  const counting = createLists();
  const standing = createLists();
  for (const [id, condition] of conditions.entries())
    if ('count' in condition)
      for (const at of condition.entryPoints) counting.add(at, id);
  for (const [id, { entryPoints }] of engagements.entries())
    for (const at of entryPoints) standing.add(at, id);
  return {
    entryPoints: Array.from({ length }, (_, id) => ({
      counting: counting.get(id),
      engagements: standing.get(id),
    })),
    everywhere: [...engagements.keys()].filter(
      (id) => !engagements[id]?.entryPoints.length,
    ),
  };
};

/**
 * Turns a config round: from what changes to what depends on it.
 *
 * @param entryPoints How many there are.
 */
export const publishIndex = (
  config: Indexed,
  entryPoints: number,
): PublishedIndex => {
  const conditions = createLists();
  const asking = createLists();
  const goals = createLists();
  for (const [id, condition] of config.conditions.entries())
    for (const topic of topicsOf(condition)) conditions.add(topic, id);
  for (const [id, engagement] of config.engagements.entries())
    for (const condition of askedBy(config, engagement))
      asking.add(condition, id);
  for (const [id, { goal }] of config.campaigns.entries())
    goals.add(goal.type === 'page' ? `page ${goal.entryPoint}` : goal.type, id);
  return {
    conditions: conditions.build(),
    reports: indexReports(config.conditions),
    ...indexEntryPoints(config, entryPoints),
    asking: config.conditions.map((_, id) => oneOrMore(asking.get(id))),
    goals: goals.build(),
  };
};

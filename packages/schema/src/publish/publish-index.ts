import type {
  Condition,
  PublishedConfig,
  PublishedEngagement,
  PublishedIndex,
} from '../published.ts';

type Indexed = Pick<
  PublishedConfig,
  | 'conditions'
  | 'behaviors'
  | 'audiences'
  | 'flows'
  | 'campaigns'
  | 'engagements'
>;

/** What has a condition judged again, besides visits and time. */
const topicsOf = (condition: Condition): readonly string[] => {
  switch (condition.type) {
    case 'flow':
      return [`flow ${condition.flow}`];
    case 'time-on-entry-point':
    case 'visited-entry-point':
      return [];
    case 'about-to-abandon':
      return ['leave'];
    case 'cart-value':
      return ['cart', 'purchase'];
    case 'engaged-in-session':
      return condition.engagements?.map((id) => `engaged ${id}`) ?? ['engaged'];
    case 'fields': {
      const goesByDay = condition.fields.some(({ since }) => since);
      return [condition.of, ...(goesByDay ? ['day'] : [])];
    }
  }
};

const keysOf = ({
  delayMs,
  id,
  skill,
  zone,
}: PublishedEngagement): readonly string[] => [
  `zone ${zone}`,
  `id ${id}`,
  ...(skill === null ? [] : [`skill ${skill}`]),
  ...(delayMs ? ['delay'] : []),
];

/** The conditions that an engagement asks for, by behavior or audience. */
const askedBy = (
  { behaviors, audiences, campaigns }: Indexed,
  { behaviors: any, campaign }: PublishedEngagement,
): readonly number[] => [
  ...any.flatMap((id) => behaviors[id] ?? []),
  ...(campaigns[campaign]?.audiences ?? []).flatMap(
    (id) => audiences[id] ?? [],
  ),
];

const createLists = () => {
  const lists = new Map<string, Set<number>>();
  return {
    add: (key: string, id: number): void => {
      lists.set(key, (lists.get(key) ?? new Set()).add(id));
    },
    get: (key: string): readonly number[] => [...(lists.get(key) ?? [])],
    build: () =>
      Object.fromEntries([...lists].map(([key, ids]) => [key, [...ids]])),
  };
};

const indexConditions = (config: Indexed) => {
  const topics = createLists();
  const visited = createLists();
  const timed = createLists();
  for (const [id, condition] of config.conditions.entries()) {
    for (const topic of topicsOf(condition)) topics.add(topic, id);
    if (condition.type === 'visited-entry-point')
      for (const at of condition.entryPoints) visited.add(`${at}`, id);
    if (condition.type === 'time-on-entry-point')
      for (const at of condition.entryPoints) timed.add(`${at}`, id);
  }
  return { topics, visited, timed };
};

const indexEngagements = (config: Indexed) => {
  const named = createLists();
  const at = createLists();
  const asking = createLists();
  for (const [id, engagement] of config.engagements.entries()) {
    for (const key of keysOf(engagement)) named.add(key, id);
    for (const entryPoint of engagement.entryPoints)
      at.add(`${entryPoint}`, id);
    for (const each of askedBy(config, engagement)) asking.add(`${each}`, id);
  }
  return { named, at, asking };
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
  const { topics, visited, timed } = indexConditions(config);
  const { named, at, asking } = indexEngagements(config);
  const flows = createLists();
  for (const [id, steps] of config.flows.entries())
    for (const step of steps) flows.add(`${step.entryPoint}`, id);
  const goals = createLists();
  for (const [id, { goal }] of config.campaigns.entries())
    goals.add(goal.type === 'page' ? `page ${goal.entryPoint}` : goal.type, id);
  return {
    topics: topics.build(),
    entryPoints: Array.from({ length: entryPoints }, (_, id) => ({
      visited: visited.get(`${id}`),
      timed: timed.get(`${id}`),
      flows: flows.get(`${id}`),
      engagements: at.get(`${id}`),
    })),
    conditions: config.conditions.map((_, id) => asking.get(`${id}`)),
    engagements: named.build(),
    goals: goals.build(),
    zones: [...new Set(config.engagements.map(({ zone }) => zone))],
  };
};

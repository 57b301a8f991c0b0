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

/** What has a condition judged again; see `PublishedIndex`. */
const topicsOf = (condition: Condition): readonly string[] => {
  switch (condition.type) {
    case 'flow':
      return [`flow ${condition.flow}`];
    case 'time-on-entry-point':
      return condition.entryPoints.map((id) => `time ${id}`);
    case 'visited-entry-point':
      return condition.entryPoints.map((id) => `in ${id}`);
    case 'about-to-abandon':
      return ['leave'];
    case 'cart-value':
      return ['cart', 'purchase'];
    case 'engaged-in-session':
      return ['engaged'];
    case 'fields': {
      const goesByDay = condition.fields.some(({ since }) => since);
      return [condition.of, ...(goesByDay ? ['day'] : [])];
    }
  }
};

const keysOf = (
  { behaviors, audiences, campaigns }: Indexed,
  engagement: PublishedEngagement,
): readonly string[] => {
  const asked = [
    ...engagement.behaviors.map((id) => behaviors[id]),
    ...(campaigns[engagement.campaign]?.audiences ?? []).map(
      (id) => audiences[id],
    ),
  ];
  return [
    `zone ${engagement.zone}`,
    `id ${engagement.id}`,
    ...(engagement.skill === null ? [] : [`skill ${engagement.skill}`]),
    ...(engagement.delayMs ? ['delay'] : []),
    ...engagement.entryPoints.map((id) => `in ${id}`),
    ...asked.flatMap((conditions) => conditions ?? []).map((id) => `if ${id}`),
  ];
};

const createLists = () => {
  const lists = new Map<string, Set<number>>();
  return {
    add: (key: string, id: number): void => {
      lists.set(key, (lists.get(key) ?? new Set()).add(id));
    },
    build: () =>
      Object.fromEntries([...lists].map(([key, ids]) => [key, [...ids]])),
  };
};

/** Turns a config round: from what changes to what depends on it. */
export const publishIndex = (config: Indexed): PublishedIndex => {
  const conditions = createLists();
  const engagements = createLists();
  for (const [id, condition] of config.conditions.entries())
    for (const topic of topicsOf(condition)) conditions.add(topic, id);
  for (const [id, steps] of config.flows.entries())
    for (const step of steps) conditions.add(`step ${step.entryPoint}`, id);
  for (const [id, { goal }] of config.campaigns.entries())
    conditions.add(
      `goal ${goal.type === 'page' ? `in ${goal.entryPoint}` : goal.type}`,
      id,
    );
  for (const [id, engagement] of config.engagements.entries())
    for (const key of keysOf(config, engagement)) engagements.add(key, id);
  return {
    conditions: conditions.build(),
    engagements: engagements.build(),
    zones: [...new Set(config.engagements.map(({ zone }) => zone))],
  };
};

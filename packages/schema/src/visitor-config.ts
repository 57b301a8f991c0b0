import { oneOrMore } from './publish/one-or-more.ts';
import type {
  Condition,
  FieldTest,
  OneOrMore,
  PublishedConfig,
  PublishedEngagement,
  TextPattern,
} from './published.ts';

/**
 * A published config as visitors download it: without what explanations alone
 * ask for (CF31). The engine decides alike by either; `explain` takes the whole.
 * With 1,000 engagements that is a fifth of what a page would hold (CO4).
 */
export interface VisitorConfig extends Omit<
  PublishedConfig,
  'conditions' | 'engagements'
> {
  readonly conditions: readonly SlimCondition<Condition>[];
  readonly engagements: readonly Omit<PublishedEngagement, 'entryPoints'>[];
}

const EXPLAINED = ['as', 'each', 'entryPoints', 'of', 'type'] as const;

type Slim<Each> = Each extends unknown
  ? Omit<Each, (typeof EXPLAINED)[number]>
  : never;

/** One test, and one pattern, stands without a list around it. */
type SlimCondition<Each> = Each extends { fields: readonly FieldTest[] }
  ? Omit<Slim<Each>, 'fields'> & { readonly fields: OneOrMore<SlimFieldTest> }
  : Slim<Each>;

type SlimFieldTest = Omit<FieldTest, 'matches'> & {
  readonly matches?: OneOrMore<TextPattern>;
};

export const visitorConfig = (config: PublishedConfig): VisitorConfig => ({
  ...config,
  conditions: config.conditions.map((condition) => ({
    ...slim(condition),
    ...('fields' in condition && { fields: slimFields(condition.fields) }),
  })),
  index: {
    ...config.index,
    entryPoints: config.index.entryPoints.map((here) => ({
      counting: oneOrMore([here.counting].flat()),
      engagements: oneOrMore([here.engagements].flat()),
    })),
  },
  engagements: config.engagements.map((engagement) => ({
    ...slim(engagement),
    behaviors: oneOrMore([engagement.behaviors].flat()),
  })),
});

/** Where its pages and reports are is said by the index, its kind by `by`. */
function slim<Each extends object>(each: Each): Slim<Each> {
  const rest: Partial<Record<string, unknown>> = { ...each };
  for (const key of EXPLAINED) delete rest[key];
  return rest as Slim<Each>;
}

const slimFields = (fields: readonly FieldTest[]): OneOrMore<SlimFieldTest> =>
  oneOrMore(
    fields.map(({ matches, ...test }) => ({
      ...test,
      ...(matches && { matches: oneOrMore(matches) }),
    })),
  );

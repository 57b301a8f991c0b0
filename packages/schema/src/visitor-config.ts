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
  'audiences' | 'behaviors' | 'conditions' | 'engagements' | 'index'
> {
  /** One condition stands without a list around it. */
  readonly audiences: readonly OneOrMore<number>[];
  readonly behaviors: readonly OneOrMore<number>[];
  readonly index: Omit<PublishedConfig['index'], 'conditions'> & {
    readonly conditions: Readonly<Record<string, OneOrMore<number>>>;
  };
  readonly conditions: readonly SlimCondition<Condition>[];
  readonly engagements: readonly VisitorEngagement[];
}

/** What the engine decides by, the whole or what visitors have of it. */
export type PageConfig = Omit<PublishedConfig, 'engagements'> & {
  readonly engagements: readonly VisitorEngagement[];
};

export type VisitorEngagement = Omit<
  PublishedEngagement,
  'entryPoints' | 'kind'
>;

const EXPLAINED = ['as', 'each', 'entryPoints', 'kind', 'of', 'type'] as const;

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
  audiences: config.audiences.map(oneOrMore),
  behaviors: config.behaviors.map(oneOrMore),
  conditions: config.conditions.map((condition) => ({
    ...slim(condition),
    ...('fields' in condition && { fields: slimFields(condition.fields) }),
  })),
  index: {
    ...config.index,
    conditions: Object.fromEntries(
      Object.entries(config.index.conditions).map(([topic, ids]) => [
        topic,
        oneOrMore(ids),
      ]),
    ),
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

/** Where its pages and reports are is said by the index, a condition's kind by
 * `by`, an engagement's by its skill. */
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

import { oneOrMore } from './publish/one-or-more.ts';
import type {
  Condition,
  PublishedConfig,
  PublishedEngagement,
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
  readonly conditions: readonly Slim<Condition>[];
  readonly engagements: readonly Omit<PublishedEngagement, 'entryPoints'>[];
}

const EXPLAINED = ['as', 'each', 'entryPoints', 'of', 'type'] as const;

type Slim<Each> = Each extends unknown
  ? Omit<Each, (typeof EXPLAINED)[number]>
  : never;

export const visitorConfig = (config: PublishedConfig): VisitorConfig => ({
  ...config,
  conditions: config.conditions.map(slim<Condition>),
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

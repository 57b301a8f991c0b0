import type { EngineState } from '@beckon/rules';
import type { Condition, PagesCondition } from '@beckon/schema/types';
import { countTabsOn } from '../engine-view.ts';
import type { ExplainContext } from './explain-context.ts';
import { fieldWords } from './field-words.ts';
import { readNumber, readNumbers, readText } from './facts.ts';
import {
  both,
  durationWords,
  either,
  rangeWords,
  remainingWords,
} from './words.ts';

/** What a condition asks for, and what was there instead or indeed. */
export interface ConditionWords {
  readonly needs: string;
  readonly found: string;
}

/** Words from a condition and the facts of its trace (SL9). */
export type Describe<Given> = (
  condition: Given,
  facts: unknown,
  context: ExplainContext,
) => ConditionWords;

/** Conditions of a type; two types share one shape (BC2, BC3). */
type Of<Type> = Type extends PagesCondition['type']
  ? PagesCondition
  : Extract<Condition, { type: Type }>;
type Table = {
  readonly [Type in Condition['type']]: Describe<Of<Type>>;
};

/** By the strength that a sign must exceed (BC4). */
const SENSITIVITIES = ['high', 'medium', 'low'];

/** By the bit that stands for them (BC9). */
const STATUSES = ['exposed', 'declined', 'clicked', 'interacted'];

/** Sentences by type of published condition (BC, AU). */
export const CONDITION_WORDS: Table = {
  flow: ({ flow, event }, facts, context) => ({
    needs: `${context.flow(flow)} ${event === 'abandoned' ? 'abandoned' : 'in back flow'}`,
    found: flowFound(flow, facts, context),
  }),
  'time-on-entry-point': (condition, facts, context) => ({
    needs: `more than ${durationWords(condition.over)} on ${context.entryPoints(condition.entryPoints)}`,
    found: timeFound(condition, facts, context),
  }),
  'visited-entry-point': ({ entryPoints }, facts, context) => ({
    needs: `a page in ${context.entryPoints(entryPoints)}`,
    found: visitsFound(facts),
  }),
  'about-to-abandon': ({ over }, facts) => ({
    needs: `a sign of leaving at ${SENSITIVITIES[over]} sensitivity`,
    found: signFound(numberOf(facts)),
  }),
  'cart-value': (condition, facts) => ({
    needs: cartNeeds(condition),
    found: cartFound(condition, facts),
  }),
  'engaged-in-session': (condition, _, { engine }) => ({
    needs: engagedNeeds(condition),
    found: engagedFound(condition, engine.state),
  }),
  fields: fieldWords,
};

function statusesOf(bits: number): string[] {
  return STATUSES.filter((_, bit) => bits & (1 << bit));
}

function engagedNeeds({
  engagements,
  statuses,
}: Of<'engaged-in-session'>): string {
  const which = engagements ? ` (${either(engagements)})` : '';
  const needs = `that was ${either(statusesOf(statuses))}`;
  // BC9: an engagement that names itself alone asks for none.
  return engagements?.length === 0
    ? `another engagement ${needs}, and names itself alone`
    : `another engagement${which} ${needs}`;
}

/** The first engagement that fits, its own one left out. */
function engagedFound(
  { statuses, engagements, except }: Of<'engaged-in-session'>,
  { session }: EngineState,
): string {
  for (const id of engagements ?? Object.keys(session.statuses)) {
    const had = (session.statuses[id] ?? 0) & statuses;
    if (had && id !== except) return `${id} was ${both(statusesOf(had))}`;
  }
  return 'none was';
}

/** Of the steps that were reached the position comes first. */
function flowFound(
  flow: number,
  facts: unknown,
  context: ExplainContext,
): string {
  const reached = readNumbers(facts, 'reached');
  const [position] = reached;
  if (position === undefined) return 'it has not started';
  if (context.isLastStep(flow, position)) return 'it is completed';
  const step = context.flowStep(flow, position);
  const event = readText(facts, 'event');
  if (event === 'abandoned') return `it was abandoned at ${step}`;
  return event === 'back-flow'
    ? `it went back to ${step} from ${context.flowStep(flow, Math.max(...reached))}`
    : `it stands at ${step}`;
}

/** BC2: how long is left, while the time runs. */
function timeFound(
  condition: PagesCondition,
  facts: unknown,
  { engine }: ExplainContext,
): string {
  const spentMs = numberOf(facts);
  const so = `${durationWords(spentMs)} so far`;
  if (spentMs > condition.over) return so;
  const rate = countTabsOn(engine, condition);
  return rate > 0
    ? `${so}, ${remainingWords((condition.over - spentMs) / rate)} left`
    : `${so}, and no such page is being looked at`;
}

/** BC3: of how many page views the engine told. */
function visitsFound(facts: unknown): string {
  const views = numberOf(facts);
  if (views === 0) return 'there was none';
  return views === 1 ? 'there was one' : `there were ${views}`;
}

function numberOf(facts: unknown): number {
  return typeof facts === 'number' ? facts : 0;
}

/** The strongest sign in any tab, by the sensitivities that accept it. */
function signFound(strength: number): string {
  if (strength <= 0) return 'none was seen';
  if (strength === 1) return 'one was seen that only high accepts';
  if (strength === 2) return 'one was seen that low does not accept';
  return 'a strong one was seen';
}

function cartNeeds({ between, change, currency }: Of<'cart-value'>): string {
  const total = between
    ? `a total of ${rangeWords(between)}`
    : `a total that ${change}`;
  const words = change === 'emptied' ? 'a cart that was emptied' : total;
  return currency ? `${words} in ${currency}` : words;
}

function cartFound(condition: Of<'cart-value'>, facts: unknown): string {
  const total = readNumber(facts, 'total');
  if (total === undefined) return 'no cart with a total was reported';
  const currency = readText(facts, 'currency');
  const unit = condition.currency ? ` ${currency ?? 'without a currency'}` : '';
  const now = `the newest cart's total is ${total}${unit}`;
  if (!condition.change) return now;
  const before = readNumber(facts, 'before');
  return before === undefined
    ? `${now}, with none before to compare`
    : `${now}, the one before was ${before}`;
}

import type { EngineState } from '@beckon/rules';
import type { Condition } from '@beckon/schema/types';
import { countTabsOn } from '../engine-view.ts';
import type { ExplainContext } from './explain-context.ts';
import { fieldWords } from './field-words.ts';
import { isTrue, readNumber, readText } from './facts.ts';
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

type Of<Type> = Extract<Condition, { type: Type }>;
type Table = {
  readonly [Type in Condition['type']]: Describe<Of<Type>>;
};

/** By the strength that they need, from 3 on (BC4). */
const SENSITIVITIES = ['low', 'medium', 'high'];

/** By the bit that stands for them (BC9). */
const STATUSES = ['exposed', 'declined', 'clicked', 'interacted'];

/** Sentences by type of published condition (BC, AU). */
export const CONDITION_WORDS: Table = {
  flow: ({ flow, event }, facts, context) => ({
    needs: `${context.flow(flow)} ${event === 'abandoned' ? 'abandoned' : 'in back flow'}`,
    found: flowFound(flow, facts, context),
  }),
  'time-on-entry-point': (condition, facts, context) => ({
    needs: `more than ${durationWords(condition.ms)} on ${context.entryPoints(condition.entryPoints)}`,
    found: timeFound(condition, facts, context.state),
  }),
  'visited-entry-point': ({ entryPoints }, _, context) => ({
    needs: `a page in ${context.entryPoints(entryPoints)}`,
    found: visitsFound(entryPoints, context.state),
  }),
  'about-to-abandon': ({ strength }, facts) => ({
    needs: `a sign of leaving at ${SENSITIVITIES[3 - strength]} sensitivity`,
    found: signFound(typeof facts === 'number' ? facts : 0),
  }),
  'cart-value': (condition, facts) => ({
    needs: cartNeeds(condition),
    found: cartFound(condition, facts),
  }),
  'engaged-in-session': ({ statuses, engagements }, facts, { state }) => {
    const which = engagements ? ` (${either(engagements)})` : '';
    return {
      needs: `another engagement${which} that was ${either(statusesOf(statuses))}`,
      found: engagedFound(statuses, facts, state),
    };
  },
  fields: fieldWords,
};

function statusesOf(bits: number): string[] {
  return STATUSES.filter((_, bit) => bits & (1 << bit));
}

/** The facts are the first engagement that fits, its own one left out. */
function engagedFound(
  statuses: number,
  facts: unknown,
  { session }: EngineState,
): string {
  if (typeof facts !== 'string') return 'none was';
  const had = (session.statuses[facts] ?? 0) & statuses;
  return `${facts} was ${both(statusesOf(had))}`;
}

function flowFound(
  flow: number,
  facts: unknown,
  context: ExplainContext,
): string {
  const position = readNumber(facts, 'position');
  if (position === undefined) return 'it has not started';
  if (isTrue(facts, 'completed')) return 'it is completed';
  const step = context.flowStep(flow, position);
  if (isTrue(facts, 'abandoned')) return `it was abandoned at ${step}`;
  const furthest = readNumber(facts, 'furthest') ?? position;
  return position < furthest
    ? `it went back to ${step} from ${context.flowStep(flow, furthest)}`
    : `it stands at ${step}`;
}

/** BC2: how long is left, while the time runs. */
function timeFound(
  condition: Of<'time-on-entry-point'>,
  facts: unknown,
  state: EngineState,
): string {
  const spentMs = typeof facts === 'number' ? facts : 0;
  const so = `${durationWords(spentMs)} so far`;
  if (spentMs > condition.ms) return so;
  const rate = countTabsOn(state, condition.entryPoints, condition.count);
  return rate > 0
    ? `${so}, ${remainingWords((condition.ms - spentMs) / rate)} left`
    : `${so}, and no such page is being looked at`;
}

function visitsFound(
  entryPoints: readonly number[],
  { session }: EngineState,
): string {
  const most = Math.max(0, ...entryPoints.map((id) => session.visits[id] ?? 0));
  if (most === 0) return 'there was none';
  return entryPoints.length > 1
    ? 'there was one'
    : most === 1
      ? 'there was one'
      : `there were ${most}`;
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

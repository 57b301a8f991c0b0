import type { AuthoredAudienceCondition } from '../config/audience-conditions.ts';
import { foldText } from '../fold-text.ts';
import type { Range } from '../published.ts';
import { canonicalTimeZone } from '../time-zone.ts';
import { negationPair } from './negation-pair.ts';
import { intersect } from './ranges.ts';

type Conditions = readonly AuthoredAudienceCondition[];
type Choice = Extract<
  AuthoredAudienceCondition,
  { readonly anyOf: readonly string[] }
>;

const isChoice = (condition: AuthoredAudienceCondition): condition is Choice =>
  'anyOf' in condition;

const PLATFORMS = ['desktop', 'tablet', 'smartphone'].map(foldText);

const valuesOf = ({ type, anyOf }: Choice): readonly string[] =>
  type === 'time-zone' ? anyOf.map(canonicalTimeZone) : anyOf.map(foldText);

/** A visitor has one platform, one gender, one time zone, one country … */
const choices = (all: Conditions): string | undefined => {
  const given = all.filter(isChoice);
  const isEmpty = (type: string): boolean => {
    const same = given.filter((choice) => choice.type === type);
    const wanted = same.filter(({ exclude }) => exclude !== true).map(valuesOf);
    const barred = same
      .filter(({ exclude }) => exclude === true)
      .flatMap(valuesOf);
    // The platforms are known; of the others there may always be one more.
    const known = type === 'platform' ? PLATFORMS : wanted[0];
    return (
      known?.every(
        (value) =>
          barred.includes(value) ||
          !wanted.every((values) => values.includes(value)),
      ) === true
    );
  };
  const found = given.find(({ type }) => isEmpty(type));
  return found && `no ${found.type} fits all of its conditions`;
};

const visitsRange = (
  condition: Extract<AuthoredAudienceCondition, { type: 'visits' }>,
): Range => {
  const { is, min = null, max = null } = condition;
  if (is === undefined) return [min, max];
  return is === 'new' ? [1, 1] : [2, null];
};

/** Facts that a visitor has one of, with the ranges in which they must lie. */
const rangesOf = (
  condition: AuthoredAudienceCondition,
): readonly (readonly [fact: string, range: Range])[] => {
  if (condition.exclude === true) return [];
  if (condition.type === 'visits') return [['visits', visitsRange(condition)]];
  if (condition.type === 'age') return [['age', condition.range]];
  if (condition.type !== 'customer') return [];
  const { balance, companySize, registeredForDays } = condition;
  const facts = { balance, companySize, registeredForDays };
  return Object.entries(facts).flatMap(([fact, range]) =>
    range === undefined ? [] : [[fact, range] as const],
  );
};

const ranges = (all: Conditions): string | undefined => {
  const byFact = new Map<string, Range[]>();
  for (const [fact, range] of all.flatMap(rangesOf))
    byFact.set(fact, [...(byFact.get(fact) ?? []), range]);
  const found = [...byFact].find(([, given]) => intersect(given) === undefined);
  return found && `no ${found[0]} lies in all of its ranges`;
};

/** Why an audience fits nobody, if that is certain. */
export const audienceContradiction = (all: Conditions): string | undefined =>
  negationPair(all) ?? choices(all) ?? ranges(all);

import type { z } from 'zod';
import { CONFIG_ERROR_CODES, type ConfigErrorCode } from '../config-problem.ts';
import { suggest } from '../nearest.ts';
import { audienceCondition } from './audience-conditions.ts';
import { behaviorCondition } from './behavior-conditions.ts';
import type { Path } from './config-error.ts';

export type Issue = z.core.$ZodIssue;

/** What an issue means, before it is put into sentences. */
export interface Reading {
  readonly code: ConfigErrorCode;
  readonly advice: string;
  /** Keys of the object at the issue's path, any of which would mend it. */
  readonly wanted?: readonly string[];
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['array', 'a list'],
  ['boolean', 'true or false'],
  ['int', 'a whole number'],
  ['null', 'null'],
  ['number', 'a number'],
  ['object', 'an object'],
  ['record', 'an object'],
  ['string', 'a text'],
  ['tuple', 'a list'],
]);

const isErrorCode = (code: unknown): code is ConfigErrorCode =>
  CONFIG_ERROR_CODES.some((known) => known === code);

type SizeIssue = Extract<Issue, { code: 'too_small' | 'too_big' }>;

const readSize = (issue: SizeIssue): Reading => {
  const isSmall = issue.code === 'too_small';
  const bound = Number(isSmall ? issue.minimum : issue.maximum);
  const isNumber = issue.origin === 'number' || issue.origin === 'int';
  if (isSmall && !isNumber && bound === 1)
    return { code: 'empty', advice: 'Let it hold something.' };
  const things = issue.origin === 'string' ? 'characters' : 'entries';
  if (!isNumber)
    return {
      code: 'out-of-range',
      advice: `Give ${isSmall ? 'at least' : 'at most'} ${bound} ${things}.`,
    };
  const relation = isSmall
    ? issue.inclusive === false
      ? 'above'
      : 'at least'
    : issue.inclusive === false
      ? 'below'
      : 'at most';
  return { code: 'out-of-range', advice: `Let it be ${relation} ${bound}.` };
};

const typesOf = (union: {
  readonly options: readonly {
    readonly shape: { readonly type: { readonly value: string } };
  }[];
}): readonly string[] => union.options.map(({ shape }) => shape.type.value);

/** Of the other kind of list than the one in which it stands. */
const otherHome = (type: unknown, path: Path): string => {
  const isBehavior = path[0] === 'behaviors';
  const others = typesOf(isBehavior ? audienceCondition : behaviorCondition);
  return others.some((other) => other === type)
    ? `It is a condition of ${isBehavior ? 'audiences' : 'behaviors'}. `
    : '';
};

const OTHER: Reading = { code: 'wrong-kind', advice: 'Write another value.' };

const isConditionType = (path: Path): boolean =>
  (path[0] === 'behaviors' || path[0] === 'audiences') &&
  path[2] === 'all' &&
  path.length === 5 &&
  path[4] === 'type';

const readNames = (
  value: unknown,
  known: readonly unknown[],
  path: Path,
): Reading => {
  const advice = suggest(value, known.map(String));
  if (value === undefined) return { code: 'missing', advice };
  if (!isConditionType(path)) return { code: 'unknown-value', advice };
  return {
    code: 'unknown-condition',
    advice: `${otherHome(value, path)}${advice}`,
  };
};

/**
 * Reads one issue of zod.
 *
 * @param value What arrived at its path.
 * @param path The whole path from the root.
 */
export const readIssue = (
  issue: Issue,
  value: unknown,
  path: Path,
): Reading => {
  switch (issue.code) {
    case 'invalid_type':
      return {
        code: value === undefined ? 'missing' : 'wrong-kind',
        advice: `Write ${KINDS.get(issue.expected) ?? issue.expected}.`,
      };
    case 'invalid_value':
      return readNames(value, issue.values, path);
    case 'invalid_union':
      return 'options' in issue && issue.options !== undefined
        ? readNames(value, issue.options, path)
        : OTHER;
    case 'too_small':
    case 'too_big':
      return readSize(issue);
    case 'custom': {
      const code: unknown = issue.params?.['code'];
      const wanted: unknown = issue.params?.['wanted'];
      return {
        code: isErrorCode(code) ? code : 'wrong-kind',
        advice: '',
        ...(Array.isArray(wanted) && { wanted: wanted.map(String) }),
      };
    }
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return OTHER;
  }
};

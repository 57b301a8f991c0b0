import { utf8ToBytes } from '@noble/hashes/utils.js';
import { ATTRIBUTE_FIELDS } from '../attribute-fields.ts';
import type { EngagementAttribute } from '../attributes.ts';
import {
  ATTRIBUTE_TYPES,
  MAX_ATTRIBUTE_BYTES,
  type AttributeType,
} from '../constants.ts';
import type {
  AttributeProblem,
  AttributeProblemCode,
} from './attribute-problem.ts';
import { decodeFields, isObject } from './decode-fields.ts';

export interface ParsedAttribute {
  /** Undefined when no good field is left. */
  readonly attribute: EngagementAttribute | undefined;
  readonly problems: readonly AttributeProblem[];
}

const refuse = (
  code: AttributeProblemCode,
  path: string,
  arrived: unknown,
  expected: string,
  before: readonly AttributeProblem[] = [],
): ParsedAttribute => ({
  attribute: undefined,
  problems: [...before, { code, path, arrived, expected }],
});

const readType = (value: unknown): AttributeType | undefined => {
  if (typeof value !== 'string') return undefined;
  const folded = value.trim().toLowerCase();
  return ATTRIBUTE_TYPES.find((type) => type.toLowerCase() === folded);
};

const bytesOf = (value: unknown): number =>
  utf8ToBytes(JSON.stringify(value)).length;

const parse = (input: unknown): ParsedAttribute => {
  if (!isObject(input)) return refuse('not-an-object', '', input, 'object');
  const arrived = Object.hasOwn(input, 'type') ? input['type'] : undefined;
  const type = readType(arrived);
  if (type === undefined)
    return refuse('unknown-type', 'type', arrived, ATTRIBUTE_TYPES.join(', '));
  const problems: AttributeProblem[] = [];
  const fields = decodeFields(input, ATTRIBUTE_FIELDS[type], '', (problem) => {
    problems.push(problem);
  });
  if (fields === undefined) return { attribute: undefined, problems };
  // The table made it: a test holds the table and these types together.
  const attribute = { type, ...fields } as EngagementAttribute;
  const sizeBytes = bytesOf(attribute);
  if (sizeBytes > MAX_ATTRIBUTE_BYTES) {
    const most = `at most ${MAX_ATTRIBUTE_BYTES} bytes as JSON`;
    return refuse('too-big', '', sizeBytes, most, problems);
  }
  return { attribute, problems };
};

/**
 * Reads an engagement attribute as a site reports it: good fields are kept,
 * coerced where nothing is lost, and each other is told of.
 *
 * @throws Never.
 * @see EA1, EA2, EA4, EA5
 */
export const parseAttribute = (input: unknown): ParsedAttribute => {
  try {
    return parse(input);
  } catch {
    // A getter or a proxy of the page threw: the page's affair, told of here.
    return refuse('unreadable', '', undefined, 'object that can be read');
  }
};

import {
  ATTRIBUTE_FIELDS,
  type FieldTable,
} from '@beckon/schema/attribute-fields';
import { ATTRIBUTE_TYPES, MAX_ATTRIBUTE_BYTES } from '@beckon/schema/constants';
import type { EngagementAttribute } from '@beckon/schema/types';
import { utf8 } from '../utf8.ts';
import { decodeFields } from './decode-field.ts';

/** What was wrong with a reported attribute (EA2); words are the reader's. */
export interface AttributeProblem {
  readonly code:
    | 'wrong-kind'
    | 'unknown-field'
    | 'unknown-type'
    | 'not-an-object'
    | 'too-big'
    | 'unreadable';
  /** `products[0].product.price`; empty: the attribute as a whole. */
  readonly path: string;
  readonly arrived: unknown;
  readonly expected?: string;
}

export interface DecodedAttribute {
  /** Absent when no good field is left. */
  readonly attribute?: EngagementAttribute;
  readonly problems: readonly AttributeProblem[];
}

/**
 * Keeps the good fields of an engagement attribute, coerced where nothing is
 * lost, and names the others (EA1, EA2, EA4, EA5).
 *
 * @throws Never.
 */
export function decodeAttribute(input: unknown): DecodedAttribute {
  const problems: AttributeProblem[] = [];
  try {
    const attribute = decode(input, problems);
    return attribute ? { attribute, problems } : { problems };
  } catch {
    // A getter or a proxy of the page threw: its business, not ours (EA2).
    return { problems: [{ code: 'unreadable', path: '', arrived: undefined }] };
  }
}

function decode(
  input: unknown,
  problems: AttributeProblem[],
): EngagementAttribute | undefined {
  const refuse = (
    code: AttributeProblem['code'],
    path: string,
    arrived: unknown,
  ) => void problems.push({ code, path, arrived });

  if (typeof input !== 'object' || !input || Array.isArray(input))
    return refuse('not-an-object', '', input);
  // Fields of a prototype are not the site's report.
  const { type: name, ...rest } = { ...input } as Record<string, unknown>;
  const type = ATTRIBUTE_TYPES.find(
    (each) =>
      typeof name === 'string' &&
      each.toLowerCase() === name.trim().toLowerCase(),
  );
  if (!type) return refuse('unknown-type', 'type', name);
  const table: FieldTable = ATTRIBUTE_FIELDS[type];
  const fields = decodeFields(table, rest, '', problems);
  if (!fields) return undefined;
  // The table's fields are the type's fields: proven on shared fixtures.
  const attribute = { type, ...fields } as EngagementAttribute;
  return utf8(JSON.stringify(attribute)).length > MAX_ATTRIBUTE_BYTES
    ? refuse('too-big', '', input)
    : attribute;
}

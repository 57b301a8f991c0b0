import type { FieldKind, FieldTable } from '../attribute-fields.ts';
import { MAX_ATTRIBUTE_ARRAY_ITEMS } from '../constants.ts';
import type { AttributeProblem } from './attribute-problem.ts';
import {
  toBoolean,
  toCurrency,
  toInt,
  toName,
  toNumber,
  toText,
} from './coerce.ts';
import { itemKind } from './field-kind.ts';

type Found = (problem: AttributeProblem) => void;

export const isObject = (
  value: unknown,
): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const LEAVES = {
  string: { read: toText, expected: 'string' },
  number: { read: toNumber, expected: 'number' },
  int: { read: toInt, expected: 'whole number' },
  boolean: { read: toBoolean, expected: 'boolean' },
  currency: { read: toCurrency, expected: 'three letters' },
} as const;

const decodeLeaf = (
  value: unknown,
  kind: keyof typeof LEAVES | { readonly names: readonly string[] },
  path: string,
  found: Found,
): unknown => {
  const { read, expected } =
    typeof kind === 'string'
      ? LEAVES[kind]
      : {
          read: toName(kind.names),
          expected: `one of ${kind.names.join(', ')}`,
        };
  const decoded = read(value);
  if (decoded === undefined)
    found({ code: 'wrong-kind', path, arrived: value, expected });
  return decoded;
};

const decodeList = (
  value: unknown,
  kind: FieldKind,
  path: string,
  found: Found,
): unknown => {
  if (value === null) {
    found({ code: 'wrong-kind', path, arrived: value, expected: 'list' });
    return undefined;
  }
  const items: readonly unknown[] = Array.isArray(value)
    ? value.slice(0, MAX_ATTRIBUTE_ARRAY_ITEMS)
    : [value];
  const good = items
    .map((item, index) => decodeField(item, kind, `${path}[${index}]`, found))
    .filter((item) => item !== undefined);
  return good.length > 0 || items.length === 0 ? good : undefined;
};

const decodeObject = (
  value: unknown,
  table: FieldTable,
  path: string,
  found: Found,
): unknown => {
  if (isObject(value)) return decodeFields(value, table, path, found);
  found({ code: 'wrong-kind', path, arrived: value, expected: 'object' });
  return undefined;
};

const decodeField = (
  value: unknown,
  kind: FieldKind,
  path: string,
  found: Found,
): unknown => {
  if (value === undefined) return undefined;
  if (typeof kind === 'string' || 'names' in kind)
    return decodeLeaf(value, kind, path, found);
  return 'list' in kind
    ? decodeList(value, itemKind(kind.list), path, found)
    : decodeObject(value, kind.fields, path, found);
};

/**
 * Reads the fields of a table from an object, each coerced or left out (EA2).
 *
 * @param path Where the object stands; empty for an attribute itself.
 * @param found Told of all that is left out, in the order of the table, then
 *   of unknown fields.
 * @returns The good fields in the order of the table; undefined without any.
 */
export const decodeFields = (
  input: Readonly<Record<string, unknown>>,
  table: FieldTable,
  path: string,
  found: Found,
): Readonly<Record<string, unknown>> | undefined => {
  const pathOf = (field: string) => (path === '' ? field : `${path}.${field}`);
  const good: Record<string, unknown> = {};
  for (const [field, kind] of Object.entries(table)) {
    // Only what is the object's own: a prototype is not the site's report.
    if (!Object.hasOwn(input, field)) continue;
    const decoded = decodeField(input[field], kind, pathOf(field), found);
    if (decoded !== undefined) good[field] = decoded;
  }
  for (const field of Object.keys(input)) {
    if (Object.hasOwn(table, field)) continue;
    if (path === '' && field === 'type') continue;
    const arrived = input[field];
    if (arrived === undefined) continue;
    found({ code: 'unknown-field', path: pathOf(field), arrived });
  }
  return Object.keys(good).length === 0 ? undefined : good;
};

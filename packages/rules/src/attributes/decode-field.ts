import type { FieldKind, FieldTable } from '@beckon/schema/attribute-fields';
import {
  MAX_ATTRIBUTE_ARRAY_ITEMS,
  MAX_ATTRIBUTE_STRING_CHARS,
} from '@beckon/schema/constants';
import type { AttributeProblem } from './decode-attribute.ts';

type Problems = AttributeProblem[];

/** The good fields of an object, or undefined where there is none. */
export function decodeFields(
  table: FieldTable,
  input: object,
  path: string,
  problems: Problems,
): Record<string, unknown> | undefined {
  const given = new Map(Object.entries(input));
  const fields: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(table)) {
    const value = given.get(name);
    given.delete(name);
    const decoded = decodeField(kind, value, join(path, name), problems);
    if (decoded !== undefined) fields[name] = decoded;
  }
  for (const [name, arrived] of given)
    if (arrived !== undefined)
      problems.push({ code: 'unknown-field', path: join(path, name), arrived });
  return Object.keys(fields).length ? fields : undefined;
}

function join(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}

function decodeField(
  kind: FieldKind,
  value: unknown,
  path: string,
  problems: Problems,
): unknown {
  if (value === undefined) return undefined;
  const isObject = typeof value === 'object' && value !== null;
  if (typeof kind === 'object') {
    if ('list' in kind && value !== null)
      return decodeList(kind.list, value, path, problems);
    if ('fields' in kind && isObject && !Array.isArray(value))
      return decodeFields(kind.fields, value, path, problems);
  }
  const decoded = decodeLeaf(kind, value);
  const expected = nameKind(kind);
  if (decoded === undefined)
    problems.push({ code: 'wrong-kind', path, arrived: value, expected });
  return decoded;
}

function decodeList(
  kind: FieldKind | FieldTable,
  value: unknown,
  path: string,
  problems: Problems,
): unknown[] | undefined {
  const items = (Array.isArray(value) ? value : [value])
    .slice(0, MAX_ATTRIBUTE_ARRAY_ITEMS)
    .map((item, i) => decodeItem(kind, item, `${path}[${i}]`, problems))
    .filter((item) => item !== undefined);
  const isEmpty = Array.isArray(value) && !value.length;
  return items.length || isEmpty ? items : undefined;
}

function decodeItem(
  kind: FieldKind | FieldTable,
  item: unknown,
  path: string,
  problems: Problems,
): unknown {
  // A table is the only object among the kinds whose values are kinds.
  const isTable =
    typeof kind === 'object' &&
    !['list', 'fields', 'names'].some((k) => k in kind);
  return decodeField(
    isTable ? { fields: kind as FieldTable } : (kind as FieldKind),
    item,
    path,
    problems,
  );
}

function nameKind(kind: FieldKind): string {
  if (typeof kind === 'string') return kind;
  if ('list' in kind) return 'list';
  return 'names' in kind ? kind.names.join(', ') : 'object';
}

/** EA2: coerced where nothing is lost, else undefined. */
function decodeLeaf(kind: FieldKind, value: unknown): unknown {
  const text = typeof value === 'string' ? value.trim() : '';
  const number = decodeNumber(value, text);
  const integer = Number.isSafeInteger(number) ? number : undefined;
  switch (kind) {
    case 'string':
      return typeof value === 'string'
        ? value.slice(0, MAX_ATTRIBUTE_STRING_CHARS)
        : number?.toString();
    case 'number':
      return number;
    case 'int':
      return integer;
    case 'boolean':
      return decodeBoolean(
        typeof value === 'string' ? value.toLowerCase() : value,
      );
    case 'currency':
      return /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : undefined;
  }
  if (!('names' in kind)) return undefined;
  return (
    kind.names.find((name) => name === text.toLowerCase()) ??
    (integer === undefined ? undefined : kind.names[integer])
  );
}

function decodeBoolean(value: unknown): boolean | undefined {
  const isTrue = [true, 'true', 1, '1'].some((each) => each === value);
  const isFalse = [false, 'false', 0, '0'].some((each) => each === value);
  return isTrue || isFalse ? isTrue : undefined;
}

/** EA5: finite, or undefined. */
function decodeNumber(value: unknown, text: string): number | undefined {
  const number =
    typeof value === 'number'
      ? value
      : /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)
        ? Number(text)
        : NaN;
  return Number.isFinite(number) ? number : undefined;
}

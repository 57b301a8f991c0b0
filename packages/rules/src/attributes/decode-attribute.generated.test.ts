import { parseAttribute } from '@beckon/schema';
import {
  ATTRIBUTE_FIELDS,
  type FieldKind,
  type FieldTable,
} from '@beckon/schema/attribute-fields';
import { ATTRIBUTE_TYPES } from '@beckon/schema/constants';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAttribute } from './decode-attribute.ts';

/** Values that stand at the edge between good, coerced and dropped. */
const tricky = fc.constantFrom<unknown[]>(
  '',
  ' ',
  '1',
  ' 1 ',
  '1.5',
  '-0',
  '.5',
  '5.',
  '1e3',
  '1e400',
  '0x10',
  '١',
  'NaN',
  'true',
  'TRUE',
  'yes',
  'eur',
  'EURO',
  ' Female ',
  'x',
  'a'.repeat(1025),
  'é'.repeat(1024),
  '\ud83d',
  'Approved',
  '13',
  '14',
  0,
  -0,
  1,
  13,
  14,
  1.5,
  -1,
  2 ** 53,
  NaN,
  Infinity,
  1e21,
  true,
  false,
  null,
  undefined,
  [],
  {},
  [[]],
  [null],
  Array(201).fill('k'),
);
const anything = fc.anything({ withNullPrototype: true });

/** Mostly what the kind asks for, else anything. */
function valueOf(kind: FieldKind, depth: number): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 4, arbitrary: goodOf(kind, depth) },
    { weight: 2, arbitrary: tricky },
    { weight: 1, arbitrary: anything },
  );
}

function goodOf(kind: FieldKind, depth: number): fc.Arbitrary<unknown> {
  if (kind === 'string') return fc.string({ unit: 'binary', maxLength: 30 });
  if (kind === 'number') return fc.double();
  if (kind === 'int') return fc.integer();
  if (kind === 'boolean') return fc.boolean();
  if (kind === 'currency') return fc.stringMatching(/^[A-Za-z]{3}$/);
  if ('names' in kind) return fc.constantFrom(...kind.names);
  if ('fields' in kind) return fieldsOf(kind.fields, depth + 1);
  const { list } = kind;
  const item = isKind(list)
    ? valueOf(list, depth + 1)
    : fc.oneof(fieldsOf(list, depth + 1), tricky);
  return fc.array(item, { maxLength: 4 });
}

function fieldsOf(table: FieldTable, depth: number): fc.Arbitrary<object> {
  const fields = Object.entries(table).map(
    ([name, kind]) => [name, valueOf(kind, depth)] as const,
  );
  return fc.record(
    { ...Object.fromEntries(fields), extra: tricky },
    { requiredKeys: [] },
  );
}

function isKind(list: FieldKind | FieldTable): list is FieldKind {
  return (
    typeof list === 'string' ||
    ['names', 'fields', 'list'].some((key) => key in list)
  );
}

const attribute = fc
  .constantFrom(...ATTRIBUTE_TYPES)
  .chain((type) =>
    fc.tuple(
      fc.constantFrom(type, type.toUpperCase(), ` ${type} `),
      fieldsOf(ATTRIBUTE_FIELDS[type], 0),
    ),
  );

/** Far more than it takes: a limit for what hangs, not a measurement. */
const LIMIT_MS = 120_000;

test(
  '[EA2] decodes as schemas do, whatever a page reports',
  () => {
    fc.assert(
      fc.property(attribute, ([type, fields]) => {
        expectAlike({ ...fields, type });
      }),
      { numRuns: 500 },
    );
  },
  LIMIT_MS,
);

test(
  '[EA2] never throws, and says what schemas say, of anything',
  () => {
    fc.assert(fc.property(fc.oneof(anything, tricky), expectAlike), {
      numRuns: 500,
    });
  },
  LIMIT_MS,
);

test(
  '[EA2] what it keeps is read the same again, without a problem',
  () => {
    fc.assert(
      fc.property(attribute, ([type, fields]) => {
        const decoded = decodeAttribute({ ...fields, type }).attribute;
        if (!decoded) return;
        expect(decodeAttribute(decoded)).toEqual({
          attribute: decoded,
          problems: [],
        });
      }),
    );
  },
  LIMIT_MS,
);

function expectAlike(input: unknown): void {
  const ours = decodeAttribute(input);
  const schemas = parseAttribute(input);
  // As text: an enumeration's -0 or a key's place must not differ either.
  expect(JSON.stringify(ours.attribute)).toBe(
    JSON.stringify(schemas.attribute),
  );
  expect(ours.attribute).toEqual(schemas.attribute);
  expect(inOrder(ours.problems)).toEqual(inOrder(schemas.problems));
}

function inOrder(
  problems: readonly { readonly code: string; readonly path: string }[],
): string[] {
  return problems.map(({ code, path }) => `${code} ${path}`).sort();
}

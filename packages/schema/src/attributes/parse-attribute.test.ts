import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { ATTRIBUTE_FIELDS, type FieldKind } from '../attribute-fields.ts';
import type { EngagementAttribute } from '../attributes.ts';
import { ATTRIBUTE_TYPES } from '../constants.ts';
import { readFixture } from '../../fixtures/read-fixture.ts';
import { attributeSchema, attributeSchemas } from './attribute-schemas.ts';
import { itemKind } from './field-kind.ts';
import { parseAttribute } from './parse-attribute.ts';

interface Case {
  readonly name: string;
  readonly input: unknown;
  readonly attribute: unknown;
  readonly problems: readonly {
    readonly code: string;
    readonly path: string;
  }[];
}

type DeepReadonly<Value> = Value extends object
  ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
  : Value;

const CASES = readFixture<readonly Case[]>('attributes.json');

const inOrder = (problems: Case['problems']): readonly string[] =>
  problems.map(({ code, path }) => `${code} ${path}`).sort();

describe('the cases that every decoder of attributes shares', () => {
  it.each(CASES.map((given) => [given.name, given] as const))(
    '%s',
    (_, given) => {
      const { attribute, problems } = parseAttribute(given.input);
      // As text, for the order of keys is promised too.
      expect(JSON.stringify(attribute ?? null)).toBe(
        JSON.stringify(given.attribute),
      );
      expect(inOrder(problems)).toEqual(inOrder(given.problems));
    },
  );
});

describe('what JSON cannot say', () => {
  it('[EA5] numbers that are not finite are dropped', () => {
    for (const value of [Number.NaN, Infinity, -Infinity])
      expect(parseAttribute({ type: 'lead', topic: 't', value })).toMatchObject(
        {
          attribute: { type: 'lead', topic: 't' },
          problems: [{ code: 'wrong-kind', path: 'value', arrived: value }],
        },
      );
  });

  it('[EA2] what is undefined is absent', () => {
    expect(
      parseAttribute({
        type: 'lead',
        topic: 't',
        value: undefined,
        x: undefined,
      }),
    ).toEqual({ attribute: { type: 'lead', topic: 't' }, problems: [] });
  });

  it('[EA2] a getter that throws is told of, and nothing is thrown', () => {
    const input = {
      type: 'lead',
      get topic(): string {
        throw new Error('from the page');
      },
    };
    expect(parseAttribute(input)).toMatchObject({
      attribute: undefined,
      problems: [{ code: 'unreadable', path: '' }],
    });
  });

  it('[EA2] a proxy that throws is told of, and nothing is thrown', () => {
    const { proxy, revoke } = Proxy.revocable({ type: 'lead' }, {});
    revoke();
    expect(parseAttribute(proxy).problems[0]?.code).toBe('unreadable');
  });

  it('[EA2] fields of a prototype are not reported', () => {
    const input = Object.create({ type: 'lead', topic: 't' }) as unknown;
    expect(parseAttribute(input).problems[0]?.code).toBe('unknown-type');
  });

  it('[EA2] never throws, and what it keeps is read the same again', () => {
    const type = fc.constantFrom(...ATTRIBUTE_TYPES, 'x', undefined);
    const fields = fc.dictionary(
      fc.constantFrom(
        ...ATTRIBUTE_TYPES.flatMap((name) =>
          Object.keys(ATTRIBUTE_FIELDS[name]),
        ),
        '__proto__',
      ),
      fc.anything(),
    );
    fc.assert(
      fc.property(type, fields, (name, rest) => {
        const { attribute } = parseAttribute({ ...rest, type: name });
        if (attribute === undefined) return;
        expect(parseAttribute(attribute)).toEqual({ attribute, problems: [] });
        expect(attributeSchema.parse(attribute)).toEqual(attribute);
      }),
    );
    fc.assert(
      fc.property(fc.anything(), (input) => {
        parseAttribute(input);
      }),
    );
  });
});

describe('the schemas', () => {
  it('[EA1] have the types that the engine holds', () => {
    type Output = z.output<typeof attributeSchema>;
    expectTypeOf<Output>().toExtend<EngagementAttribute>();
    expectTypeOf<EngagementAttribute>().toExtend<DeepReadonly<Output>>();
    expect(Object.keys(attributeSchemas)).toEqual([...ATTRIBUTE_TYPES]);
  });

  it('[EA1] have exactly the fields of the table', () => {
    const pathsOf = (kind: FieldKind, path: string): readonly string[] => {
      if (typeof kind === 'string' || 'names' in kind) return [path];
      if ('list' in kind) return pathsOf(itemKind(kind.list), `${path}[]`);
      return Object.entries(kind.fields).flatMap(([field, inner]) =>
        pathsOf(inner, `${path}.${field}`),
      );
    };
    // One good value of each field makes an attribute of all fields.
    const valueOf = (kind: FieldKind): unknown => {
      if (typeof kind === 'string')
        return kind === 'currency' ? 'EUR' : kind === 'boolean' ? true : 1;
      if ('names' in kind) return kind.names[0];
      if ('list' in kind) return [valueOf(itemKind(kind.list))];
      return Object.fromEntries(
        Object.entries(kind.fields).map(([field, inner]) => [
          field,
          valueOf(inner),
        ]),
      );
    };
    const keysOf = (value: unknown, path: string): readonly string[] => {
      if (Array.isArray(value)) return keysOf(value[0], `${path}[]`);
      if (typeof value !== 'object' || value === null) return [path];
      return Object.entries(value).flatMap(([key, inner]) =>
        keysOf(inner, `${path}.${key}`),
      );
    };
    for (const type of ATTRIBUTE_TYPES) {
      const kind = { fields: ATTRIBUTE_FIELDS[type] };
      const full = { type, ...(valueOf(kind) as object) };
      const { type: _, ...read } = attributeSchemas[type].parse(full);
      expect(keysOf(read, '')).toEqual(pathsOf(kind, ''));
      const extra = { ...full, other: 1 };
      expect(attributeSchemas[type].safeParse(extra).success).toBe(false);
    }
  });

  it('[EA2] coerce as the decoder does, where nothing is bad', () => {
    const clean = CASES.filter(
      ({ attribute, problems }) => attribute !== null && problems.length === 0,
    );
    expect(clean.length).toBeGreaterThan(20);
    for (const { attribute } of clean)
      expect(attributeSchema.parse(attribute)).toEqual(attribute);
    expect(
      attributeSchemas.cart.parse({ type: 'cart', total: '29.99' }),
    ).toEqual({ type: 'cart', total: 29.99 });
    expect(
      attributeSchemas.service.parse({ type: 'service', status: '13' }),
    ).toEqual({ type: 'service', status: 'resolved' });
  });

  it('[EA2] refuse what the decoder drops', () => {
    expect(
      attributeSchemas.cart.safeParse({ type: 'cart', total: 'much' }).success,
    ).toBe(false);
  });
});

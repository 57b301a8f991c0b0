import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeAttribute } from './decode-attribute.ts';

interface Problem {
  readonly code: string;
  readonly path: string;
}

interface Case {
  readonly name: string;
  readonly input: unknown;
  readonly attribute: unknown;
  readonly problems: readonly Problem[];
}

const file = new URL(
  '../../../schema/fixtures/attributes.json',
  import.meta.url,
);
// Not imported: that would read a `__proto__` among the keys as a prototype.
const cases = JSON.parse(readFileSync(file, 'utf8')) as Case[];

test.each(cases)('$name', ({ input, attribute, problems }) => {
  const decoded = decodeAttribute(input);
  // As text, for the order of keys is promised too.
  expect(JSON.stringify(decoded.attribute ?? null)).toBe(
    JSON.stringify(attribute),
  );
  expect(inOrder(decoded.problems)).toEqual(inOrder(problems));
});

test('[EA2] an attribute of which nothing good is left is absent', () => {
  const decoded = decodeAttribute({ type: 'lead', value: 'much' });
  expect('attribute' in decoded).toBe(false);
});

test('[EA2] a problem says what arrived and what was expected', () => {
  const products = [{ product: { price: 'cheap' } }];
  expect(decodeAttribute({ type: 'cart', products }).problems).toEqual([
    {
      code: 'wrong-kind',
      path: 'products[0].product.price',
      arrived: 'cheap',
      expected: 'number',
    },
  ]);
});

test('[EA2] a problem names what an enumeration knows', () => {
  const { problems } = decodeAttribute({ type: 'personal', gender: 'x' });
  expect(problems[0]?.expected).toBe('female, male, other');
});

test('[EA2] a problem names an object where there was none', () => {
  const { problems } = decodeAttribute({ type: 'personal', age: 40 });
  expect(problems[0]).toEqual({
    code: 'wrong-kind',
    path: 'age',
    arrived: 40,
    expected: 'object',
  });
});

test('[EA2] a problem names a list where there was null', () => {
  const { problems } = decodeAttribute({ type: 'cart', products: null });
  expect(problems[0]?.expected).toBe('list');
});

test.each([
  ['12', 12],
  ['+12.', 12],
  ['-.55', -0.55],
  ['1.25', 1.25],
  ['1e10', 1e10],
  ['1E+2', 100],
  ['1e-2', 0.01],
  ['1e12', 1e12],
  ['12px', undefined],
  ['x12', undefined],
  ['1e', undefined],
  ['1ex2', undefined],
  ['.', undefined],
  ['1 2', undefined],
])('[EA2] the text %j is the number %s', (value, number) => {
  const { attribute } = decodeAttribute({ type: 'lead', topic: 't', value });
  expect(attribute).toEqual({
    type: 'lead',
    topic: 't',
    ...(number !== undefined && { value: number }),
  });
});

test.each([NaN, Infinity, -Infinity])('[EA5] %d is dropped', (value) => {
  const decoded = decodeAttribute({ type: 'lead', topic: 't', value });
  expect(decoded.attribute).toEqual({ type: 'lead', topic: 't' });
  expect(inOrder(decoded.problems)).toEqual(['wrong-kind value']);
});

test('[EA2] what is undefined is absent, and no problem', () => {
  const input = { type: 'lead', topic: 't', value: undefined, x: undefined };
  expect(decodeAttribute(input)).toEqual({
    attribute: { type: 'lead', topic: 't' },
    problems: [],
  });
});

test('[EA2] a getter of the page that throws is told of', () => {
  const input = {
    type: 'lead',
    get topic(): string {
      throw new Error('from the page');
    },
  };
  expect(decodeAttribute(input)).toEqual({
    problems: [{ code: 'unreadable', path: '', arrived: undefined }],
  });
});

test('[EA2] a proxy that was revoked is told of', () => {
  const { proxy, revoke } = Proxy.revocable({ type: 'lead' }, {});
  revoke();
  expect(inOrder(decodeAttribute(proxy).problems)).toEqual(['unreadable ']);
});

test('[EA2] fields of a prototype are not reported', () => {
  const input: unknown = Object.create({ type: 'lead', topic: 't' });
  expect(inOrder(decodeAttribute(input).problems)).toEqual([
    'unknown-type type',
  ]);
});

test('[EA4] 16,384 bytes are taken, one more is refused', () => {
  const least = JSON.stringify({ type: 'search', keywords: [''] }).length;
  const keywordsOf = (bytes: number) => {
    // Fifteen of 1,024 letters with their quotes and commas, then the rest.
    const full = Array.from({ length: 15 }, () => 'x'.repeat(1024));
    return [...full, 'x'.repeat(bytes - least - 15 * 1027)];
  };
  const fits = { type: 'search', keywords: keywordsOf(16_384) };
  const over = { type: 'search', keywords: keywordsOf(16_385) };
  expect(JSON.stringify(fits)).toHaveLength(16_384);
  expect(decodeAttribute(fits).attribute).toEqual(fits);
  expect(decodeAttribute(over)).toEqual({
    problems: [{ code: 'too-big', path: '', arrived: over }],
  });
});

function inOrder(problems: readonly Problem[]): string[] {
  return problems.map(({ code, path }) => `${code} ${path}`).sort();
}

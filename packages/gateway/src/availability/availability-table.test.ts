import { expect, it } from 'vitest';
import { lookUpAvailability, parseAvailability } from './availability-table.ts';

const TABLE = {
  acme: { sales: 'online', '*': 'busy' },
  shop: { sales: 'offline' },
  '*': { support: 'online' },
} as const;

it.each([
  ['acme', 'sales', 'online'],
  ['acme', 'support', 'busy'],
  ['shop', 'sales', 'offline'],
  ['shop', 'support', 'online'],
  ['shop', 'billing', undefined],
  ['else', 'support', 'online'],
  ['else', 'sales', undefined],
  ['acme', 'constructor', 'busy'],
  ['constructor', 'name', undefined],
  ['__proto__', 'toString', undefined],
])('[GH4] %s, %s: %s', (site, skill, state) => {
  expect(lookUpAvailability(TABLE, site, skill)).toBe(state);
});

it('[GH4] a table is read, and what is none is told of', () => {
  expect(parseAvailability(`\uFEFF${JSON.stringify(TABLE)}`)).toEqual({
    status: 'read',
    table: TABLE,
  });
  expect(parseAvailability('{"acme":{"sales":"there"}}')).toMatchObject({
    status: 'refused',
    problem: expect.stringMatching(
      /^is wrong at acme\.sales\. Write/,
    ) as unknown,
  });
  expect(parseAvailability('{')).toMatchObject({
    problem: expect.stringMatching(/^is no JSON\. Write/) as unknown,
  });
});

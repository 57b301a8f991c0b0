import { expect, test } from 'vitest';
import { maskFields } from './mask-fields.ts';

const mask = (text: string) => text.replace(/\w/g, '*');
const personal = {
  type: 'personal',
  name: 'Ana',
  age: 40,
  contacts: [{ email: 'a@b', phone: '1' }, { email: 'c@d' }],
};

test('[DP1] the fields that a site names are masked, through lists', () => {
  expect(
    maskFields(personal, ['personal.contacts.email', 'personal.name'], mask),
  ).toEqual({
    ...personal,
    name: '***',
    contacts: [{ email: '*@*', phone: '1' }, { email: '*@*' }],
  });
});

test('[DP1] what is not there, or no text, stays as it is', () => {
  expect(
    maskFields(
      personal,
      ['personal.age', 'personal.constructor', 'personal.a.b', 'cart.name'],
      mask,
    ),
  ).toEqual(personal);
});

import { expect, test } from 'vitest';
import { de } from './de.ts';
import { en as first } from './en.ts';
import { enMore } from './en-more.ts';
import { pickTexts } from './pick-texts.ts';

const en = { ...first, ...enMore };

const placeholders = (text: string) =>
  [...text.matchAll(/\{\w+\}/g)].map(String).sort();

test('[WI4] German has the keys of English, and no other', () => {
  expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
});

test.each(Object.keys(en) as (keyof typeof en)[])(
  '[WI4] %s has the same placeholders in each language',
  (key) => {
    expect(placeholders(de[key])).toEqual(placeholders(en[key]));
    expect(de[key].trim()).not.toBe('');
  },
);

test('[WI2] the first language that there is, then English', () => {
  expect(pickTexts(['de-AT', 'en'], {}, { de }).say('send')).toBe('Senden');
  expect(pickTexts(['de-AT', 'en'], {}, { de }).language).toBe('de-AT');
  expect(pickTexts(['xx', 'en-GB']).language).toBe('en-GB');
  expect(pickTexts(['xx']).say('send')).toBe('Send');
});

test('[WI2] a site’s own words go before ours, of any language', () => {
  const overrides = { en: { send: 'Go' }, he: { send: 'שלח' } };
  expect(pickTexts(['en'], overrides).say('send')).toBe('Go');
  expect(pickTexts(['he-IL'], overrides).say('send')).toBe('שלח');
  expect(pickTexts(['he'], overrides).direction).toBe('rtl');
  expect(pickTexts(['he']).direction).toBe('ltr');
});

test('[WI2] what is put in is put in, and nothing of the page’s prototypes', () => {
  expect(pickTexts(['en'], {}, {}, en).say('joined', { name: '{name}' })).toBe(
    '{name} joined',
  );
  expect(pickTexts(['constructor']).language).toBe('en');
});

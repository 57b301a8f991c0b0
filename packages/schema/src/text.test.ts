import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalQuery, decodePercent, foldText } from './text.ts';

describe('texts', () => {
  it('[PT1] lose case, white space at the ends and runs of it', () => {
    expect(foldText('  Big \n\t RED\u00a0shoe ')).toBe('BIG RED SHOE');
    expect(foldText(' ')).toBe('');
  });

  it.each([
    ['ΟΔΟΣ', 'οδος', 'οδοσ'],
    ['STRASSE', 'straße', 'Strasse'],
    ['ŒUVRE', 'œuvre', 'Œuvre'],
    ['ОПЛАТА', 'оплата', 'Оплата'],
  ])('[PT1] %s, %s and %s are one text', (...texts) => {
    expect(new Set(texts.map(foldText)).size).toBe(1);
  });

  it('[PT1] the beginning of a word stands in it, whatever its last letter', () => {
    expect(foldText('ΟΔΟΣΗΜΑΝΣΗ')).toContain(foldText('οδος'));
  });

  it('[PT1] folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe('percent-encoding', () => {
  it('[PT3] well-formed escapes of all lengths are decoded', () => {
    expect(decodePercent('%41%c3%A9%e2%82%ac%F0%9F%98%80+')).toBe('Aé€😀+');
  });

  it('[PT3] a malformed escape stays, and its neighbour is decoded', () => {
    expect(decodePercent('%4%41')).toBe('%4A');
    expect(decodePercent('%zz%41%')).toBe('%zzA%');
    expect(decodePercent('%e2%82%41')).toBe('%e2%82A');
    expect(decodePercent('%c3%c3%a9')).toBe('%c3é');
    expect(decodePercent('%80%41')).toBe('%80A');
  });

  it('[PT3] overlong forms, surrogates and what is past Unicode stay', () => {
    for (const escape of ['%C0%80', '%ED%A0%80', '%F4%90%80%80', '%E0%80%80'])
      expect(decodePercent(escape)).toBe(escape);
  });

  it('[PT3] what was encoded comes back, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodePercent(encodeURIComponent(text))).toBe(text);
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('%', 'e', '2', '8', 'c', 'a', '9')),
        (parts) => {
          decodePercent(parts.join(''));
        },
      ),
    );
  });
});

describe('queries', () => {
  it('[EN19] order, repetitions and empty pairs do not count', () => {
    expect(canonicalQuery('b=1&&a=2&b=1&')).toBe(canonicalQuery('a=2&b=1'));
  });

  it('[EN19] a plus is a blank, and escapes are decoded', () => {
    expect(canonicalQuery('q=red+shoe')).toBe(canonicalQuery('q=red%20shoe'));
    expect(canonicalQuery('q=a%2Bb')).not.toBe(canonicalQuery('q=a+b'));
  });

  it('[EN19] a pair without = has the empty value', () => {
    expect(canonicalQuery('a')).toBe(canonicalQuery('a='));
    expect(canonicalQuery('a')).not.toBe(canonicalQuery('=a'));
  });

  it('[EN19] the first = parts key and value', () => {
    expect(canonicalQuery('a=b=c')).toBe('a\nb=c');
    expect(canonicalQuery('a%3Db=c')).toBe('a=b\nc');
  });

  it('[EN19] case counts, and of no pairs there is nothing', () => {
    expect(canonicalQuery('A=1')).not.toBe(canonicalQuery('a=1'));
    expect(canonicalQuery('')).toBe('');
  });

  it('[EN19] agrees with the browser on well-formed queries', () => {
    const pairs = fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string()));
    fc.assert(
      fc.property(pairs, (given) => {
        const search = new URLSearchParams(given).toString();
        const expected = [...new Set(given.map(([k, v]) => `${k}\n${v}`))];
        expect(canonicalQuery(search)).toBe(expected.sort().join('\n\n'));
      }),
    );
  });
});

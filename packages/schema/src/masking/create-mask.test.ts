import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMask, type MaskSettings } from './create-mask.ts';

const OFF = {
  cards: false,
  iban: false,
  ssn: false,
  email: false,
  phone: false,
};

const maskWith = (
  builtIn: Partial<MaskSettings['builtIn']>,
  realTime: readonly string[] = [],
) => createMask({ realTime, builtIn: { ...OFF, ...builtIn } });

const cards = maskWith({ cards: true });

describe('cards', () => {
  it.each([
    ['4111111111111111', '****************'],
    ['pay 4111 1111 1111 1111 now', 'pay **** **** **** **** now'],
    ['4111-1111-1111-1111', '****-****-****-****'],
    ['41 1111 11111 11111', '** **** ***** *****'],
    ['4.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1', '*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*'],
    ['378282246310005', '***************'],
    ['4222222222222', '*************'],
    ['6304 0000 0000 0000', '**** **** **** ****'],
    [
      '4 1 1 1 -- 1 1 1 1 -- 1 1 1 1 -- 1 1 1 1',
      '* * * * -- * * * * -- * * * * -- * * * *',
    ],
    [
      '4111\r\n\r\n \t1111 | 1111 \u2014\u2014\u2014 1111',
      '****\r\n\r\n \t**** * **** \u2014\u2014\u2014 ****',
    ],
    ['x4111111111111111y', 'x****************y'],
    ['4111\n1111\n1111\n1111', '****\n****\n****\n****'],
  ])('[DP1] %j is masked', (text, masked) => {
    expect(cards(text)).toBe(masked);
  });

  it.each([
    ['full-width', '４１１１１１１１１１１１１１１１'],
    ['Arabic', '٤١١١١١١١١١١١١١١١'],
    ['Devanagari', '४१११११११११११११११'],
    ['mathematical', '𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏'],
    ['raised', '⁴¹¹¹¹¹¹¹¹¹¹¹¹¹¹¹'],
    ['circled', '④①①①①①①①①①①①①①①①'],
    ['keycaps', '4️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣'],
    ['zero-width', '4\u200b1\u200d11\u2060111\ufeff11\u00ad1111111'],
    ['combining marks', '4\u03321\u03321\u03321\u0332111111111111'],
    ['mixed', '४1１٤'.replace('٤', '1') + '111111111111'],
  ])('[DP1] %s digits are no way around', (_, text) => {
    expect(cards(text)).not.toMatch(/[\p{Nd}\p{No}]/u);
    expect(cards(text)).toContain('*');
  });

  it.each([
    ['q=4111%201111%201111%201111&a', 'q=*************************&a'],
    ['%34%31%31%31111111111111', '************************'],
    ['%EF%BC%94111111111111111', '************************'],
    // What is no UTF-8 hides nothing beside it.
    ['%ff%e94111111111111111%c3', '%ff%e9****************%c3'],
    ['%4111111111111111', '%****************'],
  ])('[DP1] what an address escapes is seen: %j', (text, masked) => {
    expect(cards(text)).toBe(masked);
    expect(cards(masked)).toBe(masked);
  });

  it('[DP1] an escaped @ makes an e-mail address', () => {
    const email = maskWith({ email: true });
    expect(email('to:ada%40shop.example, x')).toBe('to:**********.*******, x');
  });

  it.each([
    '4111111111111112',
    'order 20261120-000123',
    'call 1-800-555-0199',
    '0000000000000000',
    '4111 and 1111 and 1111 and 1111',
    `4111${' '.repeat(17)}1111 1111 1111`,
  ])('[DP1] %j is no card', (text) => {
    expect(cards(text)).toBe(text);
  });

  it('[CF33] among other digits a known issuer’s number is found', () => {
    expect(cards('9994111111111111111999')).toBe('999****************999');
  });

  it('[CF33] a number of no known issuer is masked when it stands alone', () => {
    expect(cards('1234567812345670')).toBe('****************');
    expect(cards('a 1234567812345670, 0')).toBe('a ****************, 0');
    expect(cards('011111111111111170')).toBe('011111111111111170');
    expect(cards('1111111111111117')).toBe('****************');
  });
});

describe('other numbers', () => {
  const iban = maskWith({ iban: true });
  it.each([
    ['DE89370400440532013000', '**********************'],
    ['de89 3704 0044 0532 0130 00 ok', '**** **** **** **** **** ** ok'],
    ['to NO9386011117947.', 'to ***************.'],
  ])('[DP1] the IBAN in %j is masked', (text, masked) => {
    expect(iban(text)).toBe(masked);
  });
  it('[CF33] an IBAN has valid check digits and its country’s length', () => {
    expect(iban('DE88370400440532013000')).toBe('DE88370400440532013000');
    expect(iban('NO938601111794')).toBe('NO938601111794');
  });

  const ssn = maskWith({ ssn: true });
  it.each([
    ['078-05-1120', '***-**-****'],
    ['my SSN: 078051120', 'my SSN: *********'],
    ['078 05 1120', '*** ** ****'],
  ])('[DP1] the SSN in %j is masked', (text, masked) => {
    expect(ssn(text)).toBe(masked);
  });
  it.each([
    '000-12-3456',
    '666-12-3456',
    '912-12-3456',
    '078-00-1120',
    'order 078051120',
  ])('[CF33] %j is no SSN', (text) => {
    expect(ssn(text)).toBe(text);
  });

  it('[DP1] e-mail and phone are masked when they are turned on', () => {
    const both = maskWith({ email: true, phone: true });
    expect(both('jane.doe@mail.example, +49 (30) 1234567')).toBe(
      '****.********.*******, *** (**) *******',
    );
    const text = 'jane.doe@mail.example, +49 (30) 1234567';
    expect(maskWith({ cards: true })(text)).toBe(text);
  });
});

describe('patterns of a site', () => {
  it('[DP1] case does not matter, and separators stay', () => {
    const mask = maskWith({}, ['kd-\\d{4}\\s\\w+']);
    expect(mask('my KD-1234 abc!')).toBe('my **-**** ***!');
  });

  it('[DP1] digits of another script are digits to a pattern', () => {
    expect(maskWith({}, ['kd-\\d{4}'])('kd-١٢٣٤')).toBe('**-****');
    expect(maskWith({}, ['[١-٤]+'])('١٢٣٤')).toBe('****');
  });

  it('[DP1] long text is covered whole, across the ends of windows', () => {
    const mask = maskWith({}, ['secret\\d+']);
    for (const before of [2040, 2046, 4090, 6141]) {
      const text = `${'a '.repeat(before / 2)}secret1234 b`;
      expect(mask(text)).toBe(`${'a '.repeat(before / 2)}********** b`);
    }
  });

  it('[DP1] what matches nothing masks nothing, and does not hang', () => {
    expect(maskWith({}, ['x*'])('abc')).toBe('abc');
  });

  it('[DP1] pairs of units are masked as one character', () => {
    expect(maskWith({}, ['\\p{Emoji_Presentation}+'])('a😀😀b')).toBe('a**b');
  });
});

const PIECES = '4111 1111|１|\u200b|DE89|@|.| |😀|%20|%34|%EF%BC|%e9|%'.split(
  '|',
);

it('[DP1] any text keeps its length in characters, and masks once', () => {
  const mask = createMask({
    realTime: ['[a-f]{3}\\d'],
    builtIn: { cards: true, iban: true, ssn: true, email: true, phone: true },
  });
  const part = fc.oneof(
    fc.constantFrom(...PIECES),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.nat().map(String),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const masked = mask(text);
      expect(charsOf(masked)).toBe(charsOf(text));
      expect(mask(masked)).toBe(masked);
    }),
    { numRuns: 300 },
  );
});

const SEEN = [
  ' ',
  '-',
  '.',
  '\u00a0',
  '\n',
  '\r',
  '\t',
  '/',
  '|',
  '\u2014',
  ':',
  '·',
  '"',
];
/** What cannot be seen does not count: soft hyphens, RTL marks, joiners. */
const UNSEEN = ['\u200b', '\u200e', '\u200f', '\u202b', '\u2066', '\u00ad'];
const SCRIPTS = ['0', '\uff10', '\u0660', '\u0966'].map((zero) =>
  zero.charCodeAt(0),
);

/** Up to sixteen that can be seen, and any that cannot. */
const gap = fc
  .tuple(
    fc.array(fc.constantFrom(...SEEN), { maxLength: 16 }),
    fc.array(fc.constantFrom(...UNSEEN), { maxLength: 5 }),
  )
  .map(([seen, unseen]) => [...seen, ...unseen].join(''));

it('[DP1, CF33] a card of any grouping, in any script, anywhere in a text, is masked', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', 'X', 'Y'),
    maxLength: 50,
  });
  const body = fc.array(fc.nat(9), { minLength: 14, maxLength: 14 });
  fc.assert(
    fc.property(
      body,
      fc.array(gap, { minLength: 15, maxLength: 15 }),
      fc.constantFrom(...SCRIPTS),
      letters,
      letters,
      (digits, gaps, zero, before, after) => {
        const number = withCheckDigit([4, ...digits]);
        const grouped = number.map(
          (digit, at) =>
            `${String.fromCharCode(zero + digit)}${gaps[at] ?? ''}`,
        );
        const masked = cards(`${before} ${grouped.join('')} ${after}`);
        expect(masked).not.toMatch(/\p{Nd}/u);
      },
    ),
    { numRuns: 500 },
  );
});

it('[DP1] nine digits are an SSN where they are called one, as if each place looked back', () => {
  const lookedBack =
    /(?<=(?:\bssn|social)[^\d]{0,30})(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}(?!\d)/giu;
  const part = fc.oneof(
    fc.constantFrom(
      'ssn',
      ' SSN: ',
      'social ',
      'sssn',
      ' no. ',
      ' '.repeat(29),
    ),
    fc.constantFrom('078051120', '000051120', '0780511200', '12', '😀'),
  );
  const mask = maskWith({ ssn: true });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      // What is masked is no digit any more: those behind it may count now.
      let expected = text;
      for (let round = 0; round < 10; round += 1)
        expected = expected.replace(lookedBack, '*'.repeat(9));
      expect(mask(text)).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

/** Luhn's digit, worked out by trying. */
function withCheckDigit(digits: readonly number[]): readonly number[] {
  const sumOf = (all: readonly number[]): number =>
    [...all]
      .reverse()
      .map((digit, at) => (at % 2 === 0 ? digit : digit * 2))
      .map((value) => (value > 9 ? value - 9 : value))
      .reduce((sum, value) => sum + value, 0);
  const last = Array.from({ length: 10 }, (_, digit) => digit).find(
    (digit) => sumOf([...digits, digit]) % 10 === 0,
  );
  return [...digits, last ?? 0];
}

/** In code points, which are what is masked. */
const charsOf = (text: string): number => Array.from(text).length;

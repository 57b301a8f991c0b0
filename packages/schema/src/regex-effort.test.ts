import { describe, expect, it } from 'vitest';
import { regexEffort } from './regex-effort.ts';

const stepsOf = (source: string, chars = 100): number =>
  regexEffort(source, chars).steps;

describe('the effort of a regular expression', () => {
  it('[PT4] where it begins anywhere it is tried from everywhere', () => {
    expect(stepsOf('^abc')).toBeLessThan(10);
    expect(stepsOf('abc')).toBeGreaterThan(100);
    expect(stepsOf('^abc|def')).toBeGreaterThan(100);
  });

  it('[PT4] each repetition in a row multiplies', () => {
    const [one, two, three] = ['^a*b', '^a*b*c', '^a*b*c*d'].map((source) =>
      stepsOf(source),
    );
    expect(one).toBeLessThan(300);
    expect(two).toBeGreaterThan(100 ** 2);
    expect(three).toBeGreaterThan(100 ** 3);
  });

  it('[PT4] a count bounds it, alternatives add', () => {
    expect(stepsOf('^a{0,5}b')).toBeLessThan(20);
    expect(stepsOf('^(a|b|c)d')).toBeLessThan(20);
    expect(stepsOf('^(a|b)(a|b)(a|b)(a|b)c')).toBeGreaterThan(16);
    expect(stepsOf('^(?:a?){20}b')).toBeGreaterThan(2 ** 20);
  });

  it('[PT4] a choice that is repeated without end has no bound', () => {
    for (const source of ['(a|b)*c', '(a+)+', '(a?){2,}', '(?:a{1,2}){99}'])
      expect(stepsOf(source)).toBe(Infinity);
  });

  it('[PT4] what is repeated without a choice stays a line', () => {
    expect(stepsOf('^(?:abc)*d')).toBeLessThan(1000);
  });

  it('[PT4] what looks around is not asked for another way', () => {
    expect(stepsOf('^(?=a*b)(?!c*d)(?<=e*)(?<!f*)g')).toBeLessThan(1000);
  });

  it.each([
    '[\\]a-z(){}*+?|]b',
    '\\(\\[\\{\\*\\+\\?\\|',
    '\\u{1F600}\\x41\\u0041\\p{L}\\cA',
    '(?<name>a)\\k<name>\\1',
    '(?:a)(?=b)(?!c)(?<=d)(?<!e)',
    'a{2}b{2,}c{2,3}d*?e+?f??',
    '^$|()|(a|)',
    '😀{2}',
  ])('[PT4] %s is read whole', (source) => {
    expect(() => new RegExp(source, 'iu')).not.toThrow();
    expect(regexEffort(source, 100).uncounted).toBe(source);
  });

  it('[PT4] counted repetitions that choose are told and opened', () => {
    expect(
      regexEffort('x(.*a){20}(b|c){2,5}?(?:d){9}(e+){3}', 100),
    ).toMatchObject({
      counted: ['(.*a){20}', '(b|c){2,5}?'],
      uncounted: 'x(.*a)*(b|c)*(?:d){9}(e+){3}',
    });
  });

  it('[PT4] its size has counted repetitions written out', () => {
    const sizeOf = (source: string) => regexEffort(source, 100).size;
    expect(sizeOf('abc')).toBe(3);
    expect(sizeOf('(?:ab){2,5}c*d{3,}')).toBe(10 + 1 + 3);
    expect(sizeOf('(?:(?:a|b){4}c){5}')).toBe(45);
    expect(sizeOf('a{0}')).toBe(1);
  });
});

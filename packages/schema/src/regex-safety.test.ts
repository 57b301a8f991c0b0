import { describe, expect, it, vi } from 'vitest';
import { createRegexJudge, judgeRegex } from './regex-safety.ts';

// The checker's first pattern takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('regular expressions', () => {
  it('[PT4] quick ones may stand', () => {
    for (const source of [
      '^thank',
      '/product/\\d+$',
      '\\p{L}+-(a|b)c',
      '^a{1,3}$',
    ])
      expect(judgeRegex(source)).toBeUndefined();
  });

  it('[PT4] the square of the length is bearable', () => {
    expect(judgeRegex('/(checkout|cart)(/.*)?$')).toBeUndefined();
    expect(judgeRegex('\\s*x\\s*')).toBeUndefined();
  });

  it('[PT4] exponential time is refused, with the part and an example', () => {
    const verdict = judgeRegex('^/a(b|b)*$');
    expect(verdict?.code).toBe('slow-regex');
    expect(verdict?.advice).toContain('exponential');
    expect(verdict?.advice).toContain('"b"');
    expect(verdict?.advice).toContain('repeat');
  });

  it('[PT4] the third power of the length is refused', () => {
    expect(judgeRegex('.*a.*b.*c')?.advice).toMatch(/power [3-9]/);
  });

  it('[PT4] what does not compile is told why', () => {
    const verdict = judgeRegex('a(');
    expect(verdict?.code).toBe('bad-regex');
    expect(verdict?.advice).toContain('Unterminated group');
  });

  it('[PT4] 512 characters may stand, one more may not', () => {
    expect(judgeRegex('a'.repeat(512))).toBeUndefined();
    expect(judgeRegex('a'.repeat(513))?.code).toBe('out-of-range');
  });

  it('[PT4] a pattern that cannot be checked in time is refused', () => {
    const verdict = createRegexJudge(0)('\\s*x\\s*');
    expect(verdict?.code).toBe('unchecked-regex');
    expect(verdict?.advice).toContain('could not tell in time');
  });

  it('[PT4] counts that write out to too much are refused', () => {
    const verdict = judgeRegex('(?:(?:[a-z]+,){40}\\d*;){2,40}$');
    expect(verdict?.code).toBe('unchecked-regex');
    expect(verdict?.advice).toContain('are 3281 characters');
    expect(judgeRegex('^(?:[a-z,]{40};){40}$')).toBeUndefined();
  });

  it('[PT4] the second answer is the first', () => {
    expect(judgeRegex('(z+)+$')).toBe(judgeRegex('(z+)+$'));
  });

  it.each([
    ['(a+)+$', '"a"'],
    ['(a|a)*b', '"a"'],
    ['(.*a){20}', '"(.*a){20}"'],
    ['(a+){2,30}$', '"(a+){2,30}"'],
    ['^(\\w+\\s?)*$', '"\\\\w"'],
    ['(x+x+)+y', '"x"'],
    ['^\\s*a*\\s*a*\\s*a*$', '"a"'],
    ['\\s+\\s+\\s+$', '"\\\\s"'],
    ['^(?=(a+)+$)x', '"a"'],
  ])('[PT4] %s is refused for %s', (source, part) => {
    const verdict = judgeRegex(source);
    expect(verdict?.code).toBe('slow-regex');
    expect(verdict?.advice).toContain(part);
    expect(verdict?.advice).toContain('Let no two repetitions match');
  });

  it.each([
    '^https://fernway\\.example/p/[a-z0-9-]+',
    '\\d{4}[- ]?\\d{4}',
    '^/(en|de)/shop/[^/]+/(cart|basket)$',
    '/PRODUCT/[a-c]+\\b',
    '^\\p{Script=Greek}+$',
    '\\b\\d{3}-\\d{2}-\\d{4}\\b',
    '[A-Z]{2}\\d{2}[A-Z0-9]{11,30}',
    '(\\d[ -]?){13,19}',
    '^[\\w.+-]+@[\\w-]+\\.[\\w.]+$',
    '(?:[a-z]{2,10}/){1,20}$',
    '^/(?!admin)[a-z]+',
    '^(?<year>\\d{4})/\\k<year>$',
    'x{0,500}',
    '.*',
  ])('[PT4] %s may stand', (source) => {
    expect(judgeRegex(source)).toBeUndefined();
  });

  it('[PT4] the verdict is the same on a slow machine', () => {
    // A clock that leaps as if the check waited for minutes.
    let now = 0;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
    const judge = createRegexJudge(null);
    expect(judge('^https://fernway\\.example/p/[a-z0-9-]+')).toBeUndefined();
    expect(judge('\\s*x\\s*')).toBeUndefined();
    expect(judge('(\\w+)@\\1$')).toBeUndefined();
    expect(judge('(b+)+$')?.code).toBe('slow-regex');
    expect(judge('(\\w+)\\1+$')?.code).toBe('slow-regex');
    clock.mockRestore();
  });
});

import { describe, expect, it } from 'vitest';
import { createRegexJudge, judgeRegex } from './regex-safety.ts';

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
    const verdict = createRegexJudge(0)('^thank');
    expect(verdict?.code).toBe('unchecked-regex');
    expect(verdict?.advice).toContain('could not tell in time');
  });

  it('[PT4] the second answer is the first', () => {
    expect(judgeRegex('(z+)+$')).toBe(judgeRegex('(z+)+$'));
  });
});

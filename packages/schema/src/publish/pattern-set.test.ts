import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../fold-text.ts';
import type { PatternSet, TextPattern } from '../published.ts';
import { createPatternSetBuilder } from './pattern-set.ts';

const build = (...patterns: readonly TextPattern[]) => {
  const builder = createPatternSetBuilder<TextPattern>();
  for (const [at, pattern] of patterns.entries())
    builder.add('inside', at, [pattern]);
  return builder.build();
};

/** The candidates of a value as an engine would look them up. */
const candidates = (
  { exact, grams, scan }: PatternSet<TextPattern>,
  value: string,
): ReadonlySet<number> => {
  const found = new Set([...scan, ...(exact[`=${value}`] ?? [])]);
  for (let at = 0; at + 3 <= value.length; at += 1)
    for (const pattern of grams[value.slice(at, at + 3)] ?? [])
      found.add(pattern);
  return found;
};

describe('indexes of patterns', () => {
  it('[CF10] a pattern stands once, with all its entry points', () => {
    const builder = createPatternSetBuilder<TextPattern>();
    builder.add('inside', 0, [{ contains: 'cart' }]);
    builder.add('inside', 1, [{ contains: 'cart' }, { contains: 'cart' }]);
    builder.add('outside', 2, [{ contains: 'cart' }]);
    expect(builder.build()).toMatchObject({
      patterns: [{ contains: 'cart' }],
      inside: [[0, 1]],
      outside: [[2]],
    });
  });

  it('[CF10] exact ones are found by their text, the others not', () => {
    const set = build({ exact: 'constructor' }, { exact: '' }, { regex: 'a' });
    expect(set.exact).toEqual({ '=constructor': [0], '=': [1] });
    expect(set.scan).toEqual([2]);
  });

  it('[CF10] a pattern is found by the three characters that fewest share', () => {
    const set = build(
      { contains: '/shop/red' },
      { contains: '/shop/blue' },
      { contains: '/shop/' },
    );
    expect(set.grams['/re']).toBeUndefined();
    expect(new Set(Object.values(set.grams).flat())).toEqual(
      new Set([0, 1, 2]),
    );
    const [red] = Object.keys(set.grams).filter((gram) =>
      set.grams[gram]?.includes(0),
    );
    expect('/shop/blue').not.toContain(red);
  });

  it('[CF10] patterns under three characters are looked at always', () => {
    expect(build({ contains: 'ab' }, { contains: 'abc' })).toMatchObject({
      scan: [0],
      grams: { abc: [1] },
    });
  });

  it('[CF10] no pattern that matches is missed', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀', ' ') });
    const pattern = fc.oneof(
      text.map((exact) => ({ exact: foldText(exact) })),
      text.map((contains) => ({ contains: foldText(contains) })),
    );
    fc.assert(
      fc.property(fc.array(pattern), text, (patterns, value) => {
        const folded = foldText(value);
        const set = build(...patterns);
        const found = candidates(set, folded);
        const matching = [...set.patterns.entries()].filter(([, one]) =>
          'exact' in one
            ? one.exact === folded
            : 'contains' in one && folded.includes(one.contains),
        );
        for (const [at] of matching) expect(found).toContain(at);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { TextPattern } from '../published.ts';
import { createPatternSetBuilder } from './pattern-set.ts';

describe('sets of patterns', () => {
  it('[CF10] a pattern stands once, with all its entry points', () => {
    const builder = createPatternSetBuilder<TextPattern>();
    builder.add('inside', 0, [{ contains: 'CART' }]);
    builder.add('inside', 1, [{ contains: 'CART' }, { contains: 'CART' }]);
    builder.add('outside', 2, [{ contains: 'CART' }]);
    expect(builder.build()).toEqual({
      patterns: [{ contains: 'CART' }],
      inside: [[0, 1]],
      outside: [2],
    });
  });

  it('[CF10] the same text of another kind is another pattern', () => {
    const builder = createPatternSetBuilder<TextPattern>();
    builder.add('inside', 0, [{ exact: 'A' }, { contains: 'A' }]);
    builder.add('outside', 1, [{ regex: 'A' }]);
    expect(builder.build()).toEqual({
      patterns: [{ exact: 'A' }, { contains: 'A' }, { regex: 'A' }],
      inside: [0, 0, []],
      outside: [[], [], 1],
    });
  });

  it('[CF10] a side that no entry point names is empty', () => {
    const builder = createPatternSetBuilder<TextPattern>();
    builder.add('inside', 3, [{ exact: 'A' }, { exact: 'B' }]);
    expect(builder.build()).toMatchObject({ inside: [3, 3], outside: [] });
  });

  it('[CF10] without patterns there is nothing', () => {
    expect(createPatternSetBuilder<TextPattern>().build()).toEqual({
      patterns: [],
      inside: [],
      outside: [],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { didYouMean, nearest, suggest } from './nearest.ts';

describe('the nearest known word', () => {
  it('[CF2] is found whatever its case', () => {
    expect(nearest('Campains', ['audiences', 'campaigns'])).toBe('campaigns');
    expect(nearest('skus', ['SKU'])).toBe('SKU');
  });

  it('[CF2] two letters that changed places are one slip', () => {
    expect(nearest('ta', ['in', 'at'])).toBe('at');
    expect(nearest('cta', ['cat'])).toBe('cat');
    // Two slips of two letters each are no nearer than two other letters.
    expect(nearest('tac', ['cat'])).toBeUndefined();
  });

  it('[CF2] of two the one with a swap wins over two other letters', () => {
    expect(nearest('form', ['farn', 'from'])).toBe('from');
  });

  it('[CF2] beyond a third of the letters nothing is guessed', () => {
    expect(nearest('wxyz', ['at', 'in', 'page'])).toBeUndefined();
    expect(nearest('engagemant', ['engagement'])).toBe('engagement');
    expect(nearest('', ['at'])).toBeUndefined();
    expect(nearest('at', [])).toBeUndefined();
  });

  it('[CF2] is told with all that is known, as far as a line goes', () => {
    expect(didYouMean('zonne', ['zone'])).toBe(' Did you mean "zone"?');
    expect(didYouMean('zonne', ['left'])).toBe('');
    expect(suggest('zonne', ['zone', 'url'])).toBe(
      'Did you mean "zone"? Known: zone, url.',
    );
    expect(suggest(7, ['zone'])).toBe('Known: zone.');
    expect(suggest('zone', [])).toBe('There is none.');
    const many = Array.from({ length: 23 }, (_, index) => `name-${index}`);
    expect(suggest('qqqqqqqqq', many)).toMatch(/name-19 and 3 more\.$/);
  });
});

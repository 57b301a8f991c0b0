import { expect, it } from 'vitest';
import { viewsOf } from './view-text.ts';

it('[HP1] reads other scripts where the page made Array.from something else', () => {
  const original = Array.from;
  // As MooTools 1.2 has it.
  Array.from = (item: unknown) => [item] as never;
  try {
    expect(viewsOf('é ４１１１')[0]?.text).toBe('é 4111');
  } finally {
    Array.from = original;
  }
});

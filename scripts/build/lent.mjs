/**
 * Chunks that draw with the Preact of another one, and get it when they are made.
 *
 * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
 */
export const LENT = {
  'chunk-more': {
    'preact/hooks': './packages/window/src/lent.ts',
    'preact/jsx-runtime': './packages/window/src/lent.ts',
  },
};

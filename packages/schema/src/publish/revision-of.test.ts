import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimal, publish, VALID } from '../../fixtures/publish.ts';

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  );
};

describe('the revision', () => {
  it('[CF1] does not depend on the order of keys', () => {
    const { config } = publish(VALID);
    expect(config.revision).toMatch(/^[0-9a-f]{16}$/);
    expect(publish(shuffled(VALID)).config).toEqual(config);
  });

  it('[CF1] is another for another content, the same for private changes', () => {
    const { revision } = minimal();
    expect(minimal({ controlGroup: 0.1 }).revision).not.toBe(revision);
    expect(minimal({ masking: { atRest: [{ regex: 'x' }] } }).revision).toBe(
      revision,
    );
  });

  it('[CF1] shuffling any config of names leaves it as it is', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,4}$/), {
      minLength: 1,
    });
    fc.assert(
      fc.property(names, (given) => {
        const entryPoints = Object.fromEntries(
          given.map((name) => [name, { url: [{ contains: name }] }]),
        );
        const other = Object.fromEntries(Object.entries(entryPoints).reverse());
        expect(minimal({ entryPoints: other })).toEqual(
          minimal({ entryPoints }),
        );
      }),
    );
  });
});

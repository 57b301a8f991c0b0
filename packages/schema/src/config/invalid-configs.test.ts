import { describe, expect, it } from 'vitest';
import { publishConfig } from '../publish-config.ts';
import { readFixture } from '../../fixtures/read-fixture.ts';

interface Case {
  readonly name: string;
  readonly config: unknown;
  readonly problems: readonly {
    readonly code: string;
    readonly path: string;
  }[];
}

const NOW = Date.UTC(2026, 2, 2);

const inOrder = (problems: Case['problems']): readonly string[] =>
  problems.map(({ code, path }) => `${code} ${path}`).sort();

describe('configs that are refused', () => {
  const cases = readFixture<readonly Case[]>('config.invalid.json');
  it.each(cases.map((given) => [given.name, given] as const))(
    '%s',
    (_, given) => {
      const result = publishConfig(given.config, { now: NOW });
      const found = result.status === 'refused' ? result.problems : [];
      expect(inOrder(found)).toEqual(inOrder(given.problems));
    },
  );

  it('[CF2] a problem says what failed, what arrived and what to do', () => {
    const result = publishConfig(
      { version: 1, site: 'acme', campains: [] },
      { now: NOW },
    );
    expect(result).toMatchObject({
      problems: [
        {
          code: 'unknown-key',
          path: 'campains',
          severity: 'error',
          message: expect.stringMatching(
            /^Failed to read campains: \[\]\. Did you mean "campaigns"\?/,
          ),
        },
      ],
    });
  });

  it('[CF5] a share in percent is told how to be written', () => {
    const config = { version: 1, site: 'acme', controlGroup: 5 };
    const result = publishConfig(config, { now: NOW });
    expect(JSON.stringify(result)).toContain('Write 0.05 for 5 percent.');
  });

  it('[BC11] an unknown condition is told the nearest one', () => {
    const all = [{ type: 'viewed-products', price: [1, 2] }];
    const config = { version: 1, site: 'acme', behaviors: { b: { all } } };
    const result = publishConfig(config, { now: NOW });
    expect(JSON.stringify(result)).toContain(
      'Did you mean \\"viewed-product\\"',
    );
  });

  it("[BC11] an audience's condition in a behavior is told its home", () => {
    const all = [{ type: 'platform', anyOf: ['desktop'] }];
    const config = { version: 1, site: 'acme', behaviors: { b: { all } } };
    const result = publishConfig(config, { now: NOW });
    expect(JSON.stringify(result)).toContain('It is a condition of audiences.');
  });

  it('[CF19] names of the prototype are refused, and change nothing', () => {
    const text = `{ "version": 1, "site": "a",
      "entryPoints": { "__proto__": { "url": [{ "contains": "x" }] } } }`;
    const result = publishConfig(JSON.parse(text), { now: NOW });
    expect(result).toMatchObject({
      problems: [{ code: 'unknown-key', path: 'entryPoints.__proto__' }],
    });
  });
});

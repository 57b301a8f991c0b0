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

  const INHERITED = Object.getOwnPropertyNames(Object.prototype).filter(
    // A key that JSON reads, and zod does not (CF19).
    (name) => name !== '__proto__',
  );

  it('[CF24] every object has these', () => {
    expect(INHERITED).toEqual(
      expect.arrayContaining(['constructor', 'toString', 'hasOwnProperty']),
    );
  });

  it.each(INHERITED)('[CF24] %s is no name and no id', (id) => {
    const named = { [id]: { url: [{ contains: 'x' }] } };
    const engagement = { kind: 'conversation', format: 'toaster' };
    const config = {
      version: 1,
      site: 'a',
      entryPoints: named,
      behaviors: { [id]: { all: [] } },
      campaigns: [
        {
          id,
          engagements: [
            { ...engagement, id, skill: id, behaviors: [id] },
            { ...engagement, id: 'b', format: 'embedded', zone: id },
          ],
        },
      ],
    };
    const result = publishConfig(config, { now: NOW });
    const found = result.status === 'refused' ? result.problems : [];
    expect(inOrder(found)).toEqual(
      [
        `entryPoints.${id}`,
        `behaviors.${id}`,
        'campaigns[0].id',
        'campaigns[0].engagements[0].id',
        'campaigns[0].engagements[0].skill',
        'campaigns[0].engagements[0].behaviors[0]',
        'campaigns[0].engagements[1].zone',
      ]
        .map((path) => `bad-name ${path}`)
        .sort(),
    );
    expect(found[0]?.message).toContain('choose another name');
  });

  it('[CF24] an id that is __proto__ or empty is refused', () => {
    const campaigns = [
      { id: '__proto__' },
      { id: '' },
      { id: ' ' },
      { id: 'b', engagements: [{ id: '', kind: 'content' }] },
    ];
    const config = { version: 1, site: '', campaigns };
    const result = publishConfig(config, { now: NOW });
    const found = result.status === 'refused' ? result.problems : [];
    expect(inOrder(found)).toEqual(
      expect.arrayContaining([
        'bad-name campaigns[0].id',
        'empty campaigns[1].id',
        'empty campaigns[2].id',
        'empty campaigns[3].engagements[0].id',
        'empty site',
      ]),
    );
  });
});

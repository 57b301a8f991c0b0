import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { NOW, VALID } from '../fixtures/publish.ts';
import { configProblemSchema } from './config-problem-schema.ts';
import { publishConfig } from './publish-config.ts';

// Hundreds of configs are published: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('what is no config', () => {
  it('[CF19] is refused with problems, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (authored) => {
        const result = publishConfig(authored, { now: NOW });
        expect(result.status).toBe('refused');
      }),
    );
  });

  it('[CF19] any value in any place is published or refused, never thrown', () => {
    const paths: (readonly string[])[] = [];
    const walk = (value: unknown, path: readonly string[]): void => {
      paths.push(path);
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value))
          walk(inner, [...path, key]);
    };
    walk(VALID, []);
    const replace = (
      value: unknown,
      path: readonly string[],
      by: unknown,
    ): unknown => {
      const [key, ...rest] = path;
      if (key === undefined) return by;
      const copy = structuredClone(value) as Record<string, unknown>;
      copy[key] = replace(copy[key], rest, by);
      return copy;
    };
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, by) => {
        const result = publishConfig(replace(VALID, path, by), { now: NOW });
        const found = result.status === 'refused' ? result.problems : [];
        expect(found.length > 0).toBe(result.status === 'refused');
        for (const problem of [...found, ...result.warnings])
          expect(configProblemSchema.parse(problem)).toEqual(problem);
      }),
      { numRuns: 300 },
    );
  });

  it('[CF19] what is nested too deeply is refused', () => {
    const deep = (levels: number) =>
      JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown;
    for (const levels of [100, 3000])
      expect(publishConfig({ site: deep(levels) }, { now: NOW })).toMatchObject(
        {
          problems: [{ code: 'not-json', path: '' }],
        },
      );
  });

  it('[CF19] what is no JSON is refused', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    for (const authored of [undefined, () => 1, cycle, 1n])
      expect(publishConfig(authored, { now: NOW })).toMatchObject({
        status: 'refused',
        problems: [{ code: 'not-json', path: '' }],
      });
  });
});

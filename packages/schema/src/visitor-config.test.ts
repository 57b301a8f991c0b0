import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publishConfig } from './publish-config.ts';
import { visitorConfig } from './visitor-config.ts';

const STORE = new URL('../../../examples/store/site.json', import.meta.url);

function publishStore() {
  const authored: unknown = JSON.parse(readFileSync(STORE, 'utf8'));
  const result = publishConfig(authored, { now: Date.UTC(2026, 2, 2, 10) });
  if (result.status === 'refused')
    throw new Error(JSON.stringify(result.problems));
  return result.config;
}

test('[CF31] visitors get nothing that explanations alone ask for', () => {
  const { conditions, engagements } = visitorConfig(publishStore());
  const keys = new Set(conditions.flatMap((each) => Object.keys(each)));
  for (const key of ['type', 'as', 'of', 'each', 'entryPoints'])
    expect([...keys]).not.toContain(key);
  expect([...keys]).toEqual(expect.arrayContaining(['by', 'over', 'fields']));
  for (const key of ['entryPoints', 'kind'])
    expect(engagements.some((each) => key in each)).toBe(false);
});

test('[CF31] one behavior, test or pattern stands without a list around it', () => {
  const { engagements } = publishStore();
  const slim = visitorConfig(publishStore()).engagements;
  const alone = engagements.map((each) => [each.behaviors].flat().length === 1);
  expect(alone).toContain(true);
  expect(alone).toContain(false);
  expect(slim.map((each) => typeof each.behaviors === 'number')).toEqual(alone);
  expect(visitorConfig(publishStore()).index.entryPoints).toContainEqual({
    counting: [],
    engagements: expect.any(Number) as number,
  });
  const listed = JSON.stringify(visitorConfig(publishStore()).conditions);
  expect(listed).toContain('"fields":{"field"');
  expect(listed).toMatch(/"matches":\{"(exact|contains|regex)"/);
  expect(listed).not.toMatch(/"(fields|matches)":\[(\{[^{}]*\}\]|\])/);
});

test('[CF31] an engagement has a skill where it is a conversation, and only there', () => {
  const { engagements } = publishStore();
  const kinds = new Set(engagements.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(['content', 'conversation']);
  for (const { kind, skill } of engagements)
    expect(skill !== '').toBe(kind === 'conversation');
});

test('[CF31] one condition stands without a list around it', () => {
  const config = publishStore();
  const slim = visitorConfig(config);
  const one = config.behaviors.findIndex((each) => each.length === 1);
  const more = config.behaviors.findIndex((each) => each.length > 1);
  expect(slim.behaviors[one]).toBe(config.behaviors[one]?.[0]);
  expect(slim.behaviors[more]).toEqual(config.behaviors[more]);
  expect(slim.index.conditions).not.toEqual(config.index.conditions);
});

test('[CF31] all else stands as it was published', () => {
  const config = publishStore();
  const slim = visitorConfig(config);
  const back = {
    ...slim,
    audiences: slim.audiences.map((each) => [each].flat()),
    behaviors: slim.behaviors.map((each) => [each].flat()),
    conditions: slim.conditions.map((each, id) => ({
      ...config.conditions[id],
      ...each,
      ...('fields' in each && {
        fields: [each.fields].flat().map(({ matches, ...test }) => ({
          ...test,
          ...(matches && { matches: [matches].flat() }),
        })),
      }),
    })),
    index: {
      ...slim.index,
      conditions: Object.fromEntries(
        Object.entries(slim.index.conditions).map(([topic, ids]) => [
          topic,
          [ids].flat(),
        ]),
      ),
      entryPoints: slim.index.entryPoints.map(({ counting, engagements }) => ({
        counting: [counting].flat(),
        engagements: [engagements].flat(),
      })),
    },
    engagements: slim.engagements.map((each, id) => ({
      ...config.engagements[id],
      ...each,
      behaviors: [each.behaviors].flat(),
    })),
  };
  expect(back).toEqual(config);
  expect(slim.revision).toBe(config.revision);
});

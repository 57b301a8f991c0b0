import { describe, expect, it } from 'vitest';
import { readFixture } from '../../fixtures/read-fixture.ts';
import { warningsOf } from '../../fixtures/warnings-of.ts';

const online = { online: { title: 'Hi' } };

/** One toaster, with what a test is about. */
const one = (engagement: object = {}, campaign: object = {}) => ({
  campaigns: [
    {
      id: 'c',
      ...campaign,
      engagements: [
        {
          id: 'e',
          kind: 'conversation',
          format: 'toaster',
          creative: online,
          ...engagement,
        },
      ],
    },
  ],
});

const E = 'campaigns[0].engagements[0]';
const PAGES = {
  a: { url: [{ contains: '/a' }] },
  b: { url: [{ contains: '/b' }] },
  c: { url: [{ contains: '/c' }] },
};

describe('engagements that can never show', () => {
  it('[CF16] a config that is well has no warnings', () => {
    expect(warningsOf(one())).toEqual([]);
    expect(warningsOf(readFixture<object>('config.valid.json'))).toEqual([]);
  });

  it('[CF16] a schedule in the past', () => {
    const past = one({}, { schedule: { to: '2026-03-02' } });
    expect(warningsOf(past)).toEqual(['never-shows campaigns[0].schedule']);
    expect(warningsOf(one({}, { schedule: { to: '2026-03-03' } }))).toEqual([]);
  });

  it('[CF16] a schedule without open hours, but for special days to come', () => {
    const hours = { mon: [] };
    const schedule = (specialDays: object) =>
      warningsOf(one({}, { schedule: { hours, specialDays } }));
    expect(schedule({})).toEqual(['never-shows campaigns[0].schedule']);
    expect(schedule({ '2025-12-25': [['09:00', '10:00']] })).toHaveLength(1);
    expect(schedule({ '2026-12-25': [['09:00', '10:00']] })).toEqual([]);
  });

  it('[CF16] all visitors in a control group', () => {
    expect(warningsOf(one({}, { controlGroup: 1 }))).toEqual([
      'never-shows campaigns[0].controlGroup',
    ]);
    expect(warningsOf({ controlGroup: 1 })).toEqual([
      'never-shows controlGroup',
    ]);
  });

  it('[CF16] a cap of none for its kind', () => {
    const proactiveCap = { conversation: 0 };
    expect(warningsOf({ ...one(), proactiveCap })).toEqual([
      `never-shows ${E}.kind`,
    ]);
    const side = one({ format: 'sticky', zone: 'left' });
    expect(warningsOf({ ...side, proactiveCap })).toEqual([]);
  });

  it('[CF16] no creative for any state', () => {
    expect(warningsOf(one({ creative: {} }))).toEqual([
      `never-shows ${E}.creative`,
    ]);
  });

  it('[CF16] a zone that no page can have', () => {
    expect(warningsOf(one({ format: 'embedded', zone: 'my box' }))).toEqual([
      `never-shows ${E}.zone`,
    ]);
  });

  it('[CF16] its entry points are all steps of a flow that it waits to be abandoned', () => {
    const config = (
      entryPoints: readonly string[],
      ...more: readonly object[]
    ) =>
      warningsOf({
        entryPoints: PAGES,
        flows: { f: { steps: [{ entryPoint: 'a' }, { entryPoint: 'b' }] } },
        behaviors: {
          x: {
            all: [{ type: 'flow', flow: 'f', event: 'abandoned' }, ...more],
          },
        },
        ...one({ behaviors: ['x'], entryPoints }),
      });
    expect(config(['a', 'b'])).toEqual([`never-shows ${E}.entryPoints`]);
    expect(config(['a', 'c'])).toEqual([]);
    expect(config([])).toEqual([]);
  });

  it('[CF16] another behavior may let it show all the same', () => {
    expect(
      warningsOf({
        entryPoints: PAGES,
        flows: { f: { steps: [{ entryPoint: 'a' }, { entryPoint: 'b' }] } },
        behaviors: {
          x: { all: [{ type: 'flow', flow: 'f', event: 'abandoned' }] },
          y: { all: [{ type: 'about-to-abandon' }] },
        },
        ...one({ behaviors: ['x', 'y'], entryPoints: ['a'] }),
      }),
    ).toEqual([]);
  });

  it('[CF16] entry points that leave out all that they take in', () => {
    const entryPoints = {
      a: {
        url: [{ contains: '/CART/x' }],
        exclude: { url: [{ contains: '/cart' }] },
      },
      b: { title: [{ exact: 'A' }], exclude: { title: [{ exact: ' a ' }] } },
      c: {
        url: [{ contains: '/cart' }],
        exclude: { url: [{ contains: '/cart/x' }] },
      },
      d: {
        url: [{ contains: 'z' }],
        section: [{ exact: 's' }],
        exclude: { url: [{ contains: 'z' }] },
      },
    };
    expect(
      warningsOf({ entryPoints, ...one({ entryPoints: ['a', 'b'] }) }),
    ).toEqual([
      'never-matches entryPoints.a',
      'never-matches entryPoints.b',
      `never-shows ${E}.entryPoints`,
    ]);
    expect(
      warningsOf({ entryPoints, ...one({ entryPoints: ['a', 'c'] }) }),
    ).not.toContain(`never-shows ${E}.entryPoints`);
  });

  it('[CF16] all of its behaviors, or its audiences, contradict themselves', () => {
    const both = [
      { type: 'visited-entry-point', entryPoints: ['a'] },
      { type: 'visited-entry-point', entryPoints: ['a'], exclude: true },
    ];
    expect(
      warningsOf({
        entryPoints: PAGES,
        behaviors: { x: { all: both } },
        audiences: {
          y: {
            all: [
              { type: 'visits', is: 'new' },
              { type: 'visits', min: 2 },
            ],
          },
        },
        ...one({ behaviors: ['x'] }, { audiences: ['y'] }),
      }),
    ).toEqual([
      'never-holds behaviors.x',
      'never-holds audiences.y',
      'never-shows campaigns[0].audiences',
      `never-shows ${E}.behaviors`,
    ]);
  });

  it('[CF16] drafts are not warned of', () => {
    expect(warningsOf(one({ draft: true, creative: {} }))).toEqual([]);
    expect(
      warningsOf(one({ creative: {} }, { draft: true, controlGroup: 1 })),
    ).toEqual([]);
  });
});

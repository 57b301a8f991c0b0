import { describe, expect, it } from 'vitest';
import { publish } from '../../fixtures/publish.ts';

const TALK = { kind: 'conversation', format: 'toaster' };
const ENGAGED = { type: 'engaged-in-session', statuses: ['clicked'] };
const LEAVING = { type: 'about-to-abandon' };

/** What each engagement asks for, in the order in which they win. */
const askedOf = (all: readonly object[], more: object = {}) => {
  const { config, names } = publish({
    version: 1,
    site: 'acme',
    behaviors: { after: { all }, leaving: { all: [LEAVING] } },
    campaigns: [
      {
        id: 'a',
        engagements: [
          { ...TALK, id: 'x', behaviors: ['after', 'leaving'], ...more },
          { ...TALK, id: 'y', behaviors: ['after'] },
        ],
      },
    ],
  });
  const asked = config.engagements.map(({ behaviors }) =>
    [behaviors].flat().map((behavior) => ({
      name: names.behaviors[behavior],
      conditions: config.behaviors[behavior]?.map(
        (condition) => config.conditions[condition],
      ),
    })),
  );
  return { asked, config, names };
};

const PUBLISHED = {
  type: 'engaged-in-session',
  by: 'engaged',
  over: 0,
  statuses: 4,
};
const SIGN = { type: 'about-to-abandon', by: 'leave', over: 1 };

describe('behaviors that ask for other engagements', () => {
  it('[CF25] each engagement has its own, which leaves itself out', () => {
    const { asked } = askedOf([ENGAGED, LEAVING]);
    expect(asked).toEqual([
      [
        { name: 'after', conditions: [{ ...PUBLISHED, except: 'x' }, SIGN] },
        { name: 'leaving', conditions: [SIGN] },
      ],
      [{ name: 'after', conditions: [{ ...PUBLISHED, except: 'y' }, SIGN] }],
    ]);
  });

  it('[CF25] of named engagements itself is taken out of the names', () => {
    const named = (engagements: readonly string[]) => ({
      name: 'after',
      conditions: [{ ...PUBLISHED, engagements }],
    });
    const { asked } = askedOf([{ ...ENGAGED, engagements: ['x', 'y'] }]);
    expect(asked.map(([after]) => after)).toEqual([named(['y']), named(['x'])]);
    const alone = askedOf([{ ...ENGAGED, engagements: ['x'] }]);
    expect(alone.asked.map(([after]) => after)).toEqual([
      named([]),
      named(['x']),
    ]);
  });

  it('[CF25] what all share stays first, under its number', () => {
    const { config, names } = askedOf([ENGAGED]);
    expect(names.behaviors).toEqual(['after', 'leaving', 'after', 'after']);
    const [shared, leaving] = config.behaviors;
    expect(shared?.map((id) => config.conditions[id])).toEqual([PUBLISHED]);
    expect(leaving?.map((id) => config.conditions[id])).toEqual([SIGN]);
  });

  it('[CF25] what asks for none, or for others alone, is shared', () => {
    expect(askedOf([LEAVING]).names.behaviors).toEqual(['after', 'leaving']);
    const { names, config } = askedOf([{ ...ENGAGED, engagements: ['y'] }]);
    // The one of `x` names nobody that is `x`.
    expect(names.behaviors).toEqual(['after', 'leaving', 'after']);
    expect(config.engagements[0]?.behaviors).toEqual([0, 1]);
  });

  it('[CF25] two that ask alike have one for each engagement', () => {
    const again = { behaviors: ['after', 'after'] };
    const { asked, config } = askedOf([ENGAGED, ENGAGED], again);
    const own = { ...PUBLISHED, except: 'x' };
    expect(asked[0]?.[0]?.conditions).toEqual([own, own]);
    const texts = config.conditions.map((one) => JSON.stringify(one));
    expect(new Set(texts).size).toBe(texts.length);
  });
});

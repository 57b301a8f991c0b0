import { describe, expect, it } from 'vitest';
import { warningsOf } from '../../fixtures/warnings-of.ts';

const PAGES = {
  a: { url: [{ contains: '/a' }] },
  b: { url: [{ contains: '/b' }] },
  c: { url: [{ contains: '/c' }] },
};

const behavior = (...all: readonly object[]) =>
  warningsOf({
    entryPoints: PAGES,
    flows: { f: { steps: [{ entryPoint: 'a' }, { entryPoint: 'b' }] } },
    behaviors: { x: { all } },
  });

const audience = (...all: readonly object[]) =>
  warningsOf({ audiences: { x: { all } } });

const NEVER = ['never-holds behaviors.x'];
const NOBODY = ['never-holds audiences.x'];

describe('behaviors that contradict themselves', () => {
  const cart = (more: object) => ({ type: 'cart-value', ...more });
  const visited = (entryPoints: readonly string[], exclude = false) => ({
    type: 'visited-entry-point',
    entryPoints,
    exclude,
  });

  it('[CF16] a visit that is needed and forbidden', () => {
    const time = {
      type: 'time-on-entry-point',
      entryPoints: ['a'],
      seconds: 5,
    };
    expect(behavior(visited(['a']), visited(['a', 'b'], true))).toEqual(NEVER);
    expect(behavior(time, visited(['a'], true))).toEqual(NEVER);
    expect(behavior(visited(['a', 'b']), visited(['a'], true))).toEqual([]);
  });

  it('[CF16] totals of a cart that no cart has', () => {
    expect(
      behavior(cart({ between: [1, 5] }), cart({ between: [6, null] })),
    ).toEqual(NEVER);
    expect(
      behavior(cart({ between: [1, 5] }), cart({ between: [5, 9] })),
    ).toEqual([]);
    expect(
      behavior(cart({ between: [1, 5] }), cart({ change: 'emptied' })),
    ).toEqual(NEVER);
    expect(
      behavior(cart({ between: [0, 5] }), cart({ change: 'emptied' })),
    ).toEqual([]);
    const eur = cart({ between: [0, 5], currency: 'eur' });
    expect(
      behavior(eur, cart({ change: 'decreased', currency: 'USD' })),
    ).toEqual(NEVER);
    expect(
      behavior(eur, cart({ change: 'decreased', currency: 'EUR' })),
    ).toEqual([]);
  });

  it('[CF16] a flow that is abandoned and in back flow', () => {
    const flow = (event: string) => ({ type: 'flow', flow: 'f', event });
    expect(behavior(flow('abandoned'), flow('back-flow'))).toEqual(NEVER);
    expect(behavior(flow('abandoned'), flow('abandoned'))).toEqual([]);
  });

  it('[CF16] a condition beside its negation', () => {
    const viewed = { type: 'viewed-product', price: [1, 2] };
    expect(behavior(viewed, { ...viewed, exclude: true })).toEqual(NEVER);
    expect(
      behavior(viewed, { ...viewed, price: [1, 3], exclude: true }),
    ).toEqual([]);
  });

  it('[CF16] no conditions at all', () => {
    expect(behavior()).toEqual(['always-holds behaviors.x.all']);
  });
});

describe('audiences that fit nobody', () => {
  const platform = (anyOf: readonly string[], exclude = false) => ({
    type: 'platform',
    anyOf,
    exclude,
  });

  it('[CF16] choices that leave nothing over', () => {
    expect(audience(platform(['tablet']), platform(['desktop']))).toEqual(
      NOBODY,
    );
    expect(
      audience(platform(['tablet', 'desktop']), platform(['desktop'], true)),
    ).toEqual([]);
    expect(
      audience(
        platform(['desktop', 'tablet'], true),
        platform(['smartphone'], true),
      ),
    ).toEqual(NOBODY);
    const country = (name: string) => ({ type: 'country', anyOf: [name] });
    expect(audience(country('GB'), country('ie'))).toEqual(NOBODY);
    expect(audience(country('GB'), country('gb'))).toEqual([]);
  });

  it('[CF16] two names of one time zone are one', () => {
    const zone = (name: string) => ({ type: 'time-zone', anyOf: [name] });
    expect(audience(zone('Asia/Kolkata'), zone('Asia/Calcutta'))).toEqual([]);
    expect(audience(zone('Asia/Kolkata'), zone('Asia/Tokyo'))).toEqual(NOBODY);
  });

  it('[CF16] ranges that have nothing in common', () => {
    const age = (...range: readonly (number | null)[]) => ({
      type: 'age',
      range,
    });
    expect(audience(age(18, 30), age(31, null))).toEqual(NOBODY);
    expect(audience(age(18, 30), age(30, null))).toEqual([]);
    expect(audience(age(18, 30), { ...age(31, null), exclude: true })).toEqual(
      [],
    );
    const customer = (more: object) => ({ type: 'customer', ...more });
    expect(
      audience(customer({ balance: [0, 1] }), customer({ balance: [2, 3] })),
    ).toEqual(NOBODY);
    expect(
      audience(
        customer({ balance: [0, 1] }),
        customer({ companySize: [2, 3] }),
      ),
    ).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { minimal, publish, VALID } from '../../fixtures/publish.ts';

describe('conditions', () => {
  it('[CF8] behavior conditions are folded, indexed and in milliseconds', () => {
    const { behaviors, conditions } = publish(VALID).config;
    const of = (behavior: number) =>
      behaviors[behavior]?.map((index) => conditions[index]);
    expect(of(1)).toEqual([
      {
        type: 'time-on-entry-point',
        entryPoints: [0, 1],
        ms: 1500,
        count: 'visible',
      },
      { type: 'visited-entry-point', entryPoints: [2], exclude: true },
      { type: 'about-to-abandon', strength: 2 },
      {
        type: 'fields',
        as: 'products-in-cart',
        of: 'cart',
        each: ['products', 'product'],
        fields: [
          { path: ['name'], matches: [{ contains: 'SHOE' }] },
          { path: ['category'], matches: [{ exact: 'RED' }] },
        ],
      },
      {
        type: 'fields',
        as: 'viewed-product',
        of: 'productView',
        each: ['products', 'product'],
        fields: [{ path: ['price'], range: [null, 20] }],
        exclude: true,
      },
      {
        type: 'fields',
        as: 'visitor-error',
        of: 'error',
        fields: [
          { path: ['message'], matches: [{ exact: 'CARD DECLINED' }] },
          { path: ['code'], matches: [{ exact: 'E1' }, { regex: '^E2' }] },
        ],
        from: 2,
      },
      {
        type: 'engaged-in-session',
        statuses: 2,
        engagements: ['loan-offer'],
        exclude: true,
      },
      {
        type: 'fields',
        as: 'service-activity',
        of: 'service',
        fields: [{ path: ['topic'], matches: [{ contains: 'ROAMING' }] }],
        statuses: ['pending', 'assigned'],
      },
    ]);
    expect(of(2)?.[1]).toEqual({
      type: 'cart-value',
      between: [50, 100],
      currency: 'EUR',
    });
  });

  it('[CF8] audience conditions are folded, and visits are a range', () => {
    const { audiences, conditions } = publish(VALID).config;
    const of = (audience: number) =>
      audiences[audience]?.map((index) => conditions[index]);
    const test = (as: string, on: string, ...fields: readonly object[]) => ({
      type: 'fields',
      as,
      of: on,
      fields,
    });
    expect(of(1)?.[0]).toEqual(
      test('visits', 'visit', { path: ['visits'], range: [2, null] }),
    );
    expect(of(0)).toEqual([
      test('referrer', 'visit', {
        path: ['referrer'],
        urls: [{ contains: 'google.' }],
      }),
      test('search-keywords', 'visit', {
        path: ['keywords'],
        matches: [{ contains: 'LOAN' }],
      }),
      test('visits', 'visit', { path: ['visits'], range: [3, null] }),
      test(
        'marketing',
        'marketing',
        { path: ['channel'], matches: [{ exact: 'EMAIL' }] },
        { path: ['affiliate'], matches: [{ exact: 'X' }] },
      ),
      test(
        'customer',
        'customer',
        { path: ['customerStatus'], matches: [{ exact: 'GOLD' }] },
        { path: ['balance'], range: [0, null] },
        { path: ['registrationDate'], range: [365, null], since: 'days' },
      ),
      {
        ...test('age', 'personal', {
          path: ['age'],
          range: [18, 30],
          since: 'years',
        }),
        exclude: true,
      },
      test('gender', 'personal', {
        path: ['gender'],
        matches: [{ exact: 'FEMALE' }],
      }),
      test('customer-id', 'customer', {
        path: ['customerId'],
        matches: [{ exact: '4711' }],
      }),
      test('store', 'customer', {
        path: ['storeZipCode'],
        matches: [{ exact: '10001' }],
      }),
      test('language', 'visit', {
        path: ['language'],
        matches: [{ exact: 'EN' }, { regex: '^EN-' }],
      }),
      test('time-zone', 'visit', {
        path: ['timeZone'],
        matches: [{ exact: 'EUROPE/LONDON' }],
      }),
      test('attribute', 'lead', { path: ['value'], range: [1000, null] }),
      {
        ...test('country', 'visit', {
          path: ['country'],
          matches: [{ exact: 'GB' }, { exact: 'IE' }],
        }),
        exclude: true,
        answered: true,
      },
    ]);
  });

  it('[CF8] a time zone is published under both of its names', () => {
    const all = [
      { type: 'time-zone', anyOf: ['Asia/Kolkata', 'Asia/Calcutta'] },
    ];
    const { conditions } = minimal({ audiences: { a: { all } } });
    expect(JSON.stringify(conditions)).toContain('ASIA/KOLKATA');
    expect(JSON.stringify(conditions)).toContain('ASIA/CALCUTTA');
  });

  it.each([
    ['low', 3],
    ['medium', 2],
    ['high', 1],
  ])(
    '[CF8] %s sensitivity needs a sign of strength %i',
    (sensitivity, strength) => {
      const all = [{ type: 'about-to-abandon', sensitivity }];
      const { conditions } = minimal({ behaviors: { a: { all } } });
      expect(conditions).toEqual([{ type: 'about-to-abandon', strength }]);
    },
  );

  it.each([
    [['exposed'], 1],
    [['declined'], 2],
    [['clicked'], 4],
    [['interacted'], 8],
    [['interacted', 'declined', 'declined'], 10],
  ])('[CF8] the statuses %j are %i', (statuses, sum) => {
    const all = [{ type: 'engaged-in-session', statuses }];
    const { conditions } = minimal({ behaviors: { a: { all } } });
    expect(conditions).toEqual([{ type: 'engaged-in-session', statuses: sum }]);
  });
});

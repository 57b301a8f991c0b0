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
      { type: 'about-to-abandon', sensitivity: 'medium' },
      {
        type: 'fields',
        as: 'products-in-cart',
        of: 'cart',
        each: ['products', 'product'],
        fields: [
          { path: ['name'], matches: [{ contains: 'shoe' }] },
          { path: ['category'], matches: [{ exact: 'red' }] },
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
          { path: ['message'], matches: [{ exact: 'card declined' }] },
          { path: ['code'], matches: [{ exact: 'e1' }, { regex: '^E2' }] },
        ],
        from: 2,
      },
      {
        type: 'engaged-in-session',
        statuses: ['declined'],
        engagements: ['loan-offer'],
        exclude: true,
      },
      {
        type: 'fields',
        as: 'service-activity',
        of: 'service',
        fields: [{ path: ['topic'], matches: [{ contains: 'roaming' }] }],
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
        matches: [{ contains: 'loan' }],
      }),
      test('visits', 'visit', { path: ['visits'], range: [3, null] }),
      test(
        'marketing',
        'marketing',
        { path: ['channel'], matches: [{ exact: 'email' }] },
        { path: ['affiliate'], matches: [{ exact: 'x' }] },
      ),
      test(
        'customer',
        'customer',
        { path: ['customerStatus'], matches: [{ exact: 'gold' }] },
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
        matches: [{ exact: 'female' }],
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
        matches: [{ exact: 'en' }, { regex: '^en-' }],
      }),
      test('time-zone', 'visit', {
        path: ['timeZone'],
        matches: [{ exact: 'europe/london' }],
      }),
      test('attribute', 'lead', { path: ['value'], range: [1000, null] }),
      {
        ...test('country', 'visit', {
          path: ['country'],
          matches: [{ exact: 'gb' }, { exact: 'ie' }],
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
    expect(JSON.stringify(conditions)).toContain('asia/kolkata');
    expect(JSON.stringify(conditions)).toContain('asia/calcutta');
  });
});

import { describe, expect, it } from 'vitest';
import { minimal, publish, VALID } from '../../fixtures/publish.ts';
import { NO_END } from '../constants.ts';

/** A condition that compares fields, as published. */
const fields = (
  as: string,
  of: string,
  tests: readonly object[],
  more: object = {},
) => ({
  type: 'fields',
  by: 'counted',
  as,
  of,
  over: 0,
  each: [],
  fields: tests,
  ...more,
});

const ofVisit = (as: string, ...tests: readonly object[]) =>
  fields(as, 'visit', tests);

const EACH_PRODUCT = { each: ['products', 'product'] };

describe('conditions', () => {
  it('[CF8] behavior conditions are folded, indexed and in milliseconds', () => {
    const { behaviors, conditions } = publish(VALID).config;
    const of = (behavior: number) =>
      behaviors[behavior]?.map((index) => conditions[index]);
    expect(of(1)).toEqual([
      {
        type: 'time-on-entry-point',
        by: 'counted',
        entryPoints: [0, 1],
        count: 'seenMs',
        over: 1500,
      },
      {
        type: 'visited-entry-point',
        by: 'counted',
        entryPoints: [2],
        count: 'views',
        over: 0,
        exclude: true,
      },
      { type: 'about-to-abandon', by: 'leave', over: 1 },
      fields(
        'products-in-cart',
        'cart',
        [
          { field: 'name', matches: [{ contains: 'SHOE' }] },
          { field: 'category', matches: [{ exact: 'RED' }] },
        ],
        EACH_PRODUCT,
      ),
      fields(
        'viewed-product',
        'productView',
        [{ field: 'price', range: [-NO_END, 20] }],
        { ...EACH_PRODUCT, exclude: true },
      ),
      fields(
        'visitor-error',
        'error',
        [
          { field: 'message', matches: [{ exact: 'CARD DECLINED' }] },
          { field: 'code', matches: [{ exact: 'E1' }, { regex: '^E2' }] },
        ],
        // From the second on.
        { over: 1 },
      ),
      {
        type: 'engaged-in-session',
        by: 'engaged',
        over: 0,
        statuses: 2,
        engagements: ['loan-offer'],
        exclude: true,
      },
      fields('service-activity', 'service', [
        { field: 'topic', matches: [{ contains: 'ROAMING' }] },
        {
          field: 'status',
          matches: [{ exact: 'PENDING' }, { exact: 'ASSIGNED' }],
        },
      ]),
    ]);
    expect(of(2)?.[1]).toEqual({
      type: 'cart-value',
      by: 'cart',
      over: 0,
      between: [50, 100],
      currency: 'EUR',
    });
  });

  it('[CF8] audience conditions are folded, and visits are a range', () => {
    const { audiences, conditions } = publish(VALID).config;
    const of = (audience: number) =>
      audiences[audience]?.map((index) => conditions[index]);
    expect(of(1)?.[0]).toEqual(
      ofVisit('visits', { field: 'visits', range: [2, NO_END] }),
    );
    expect(of(0)).toEqual([
      ofVisit('referrer', {
        field: 'referrer',
        urls: [{ contains: 'google.' }],
      }),
      ofVisit('search-keywords', {
        field: 'keywords',
        matches: [{ contains: 'LOAN' }],
      }),
      ofVisit('visits', { field: 'visits', range: [3, NO_END] }),
      fields('marketing', 'marketing', [
        { field: 'channel', matches: [{ exact: 'EMAIL' }] },
        { field: 'affiliate', matches: [{ exact: 'X' }] },
      ]),
      fields('customer', 'customer', [
        { field: 'customerStatus', matches: [{ exact: 'GOLD' }] },
        { field: 'balance', range: [0, NO_END] },
        { field: 'registrationDate', within: [365, NO_END], since: 'days' },
      ]),
      fields(
        'age',
        'personal',
        [{ field: 'age', within: [18, 30], since: 'years' }],
        { exclude: true },
      ),
      fields('gender', 'personal', [
        { field: 'gender', matches: [{ exact: 'FEMALE' }] },
      ]),
      fields('customer-id', 'customer', [
        { field: 'customerId', matches: [{ exact: '4711' }] },
      ]),
      fields('store', 'customer', [
        { field: 'storeZipCode', matches: [{ exact: '10001' }] },
      ]),
      ofVisit('language', {
        field: 'language',
        matches: [{ exact: 'EN' }, { regex: '^EN-' }],
      }),
      ofVisit('time-zone', {
        field: 'timeZone',
        matches: [{ exact: 'EUROPE/LONDON' }],
      }),
      fields('attribute', 'lead', [{ field: 'value', range: [1000, NO_END] }]),
      // AU2: it must be known, so that the condition itself is not negated.
      ofVisit('country', {
        field: 'country',
        matches: [{ exact: 'GB' }, { exact: 'IE' }],
        not: true,
      }),
    ]);
  });

  it('[CF8] of the path of an attribute the end is a field of many things', () => {
    const path = 'purchase.cart.products.product.sku';
    const all = [{ type: 'attribute', path, matches: [{ exact: 'a' }] }];
    expect(minimal({ audiences: { a: { all } } }).conditions).toEqual([
      fields(
        'attribute',
        'purchase',
        [{ field: 'sku', matches: [{ exact: 'A' }] }],
        { each: ['cart', 'products', 'product'] },
      ),
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
    ['visible', 'seenMs'],
    ['open', 'openMs'],
    [undefined, 'seenMs'],
  ])('[CF8] the time that is %j is published as %s', (authored, count) => {
    const wait = { type: 'time-on-entry-point', entryPoints: ['a'] };
    const one = { ...wait, seconds: 2, ...(authored && { count: authored }) };
    const { conditions } = minimal({
      entryPoints: { a: { url: [{ exact: '/a' }] } },
      behaviors: { a: { all: [one] } },
    });
    expect(conditions).toEqual([
      { ...wait, by: 'counted', entryPoints: [0], count, over: 2000 },
    ]);
  });

  it.each([
    ['low', 2],
    ['medium', 1],
    ['high', 0],
  ])(
    '[CF8] %s sensitivity needs a sign stronger than %i',
    (sensitivity, over) => {
      const type = 'about-to-abandon';
      const all = [{ type, sensitivity }];
      const { conditions } = minimal({ behaviors: { a: { all } } });
      expect(conditions).toEqual([{ type, by: 'leave', over }]);
    },
  );

  it.each([
    [['exposed'], 1],
    [['declined'], 2],
    [['clicked'], 4],
    [['interacted'], 8],
    [['interacted', 'declined', 'declined'], 10],
  ])('[CF8] the statuses %j are %i', (authored, statuses) => {
    const type = 'engaged-in-session';
    const all = [{ type, statuses: authored }];
    const { conditions } = minimal({ behaviors: { a: { all } } });
    expect(conditions).toEqual([{ type, by: 'engaged', over: 0, statuses }]);
  });

  it.each([
    [{ min: 2 }, [2, NO_END]],
    [{ max: 2 }, [-NO_END, 2]],
    [{ is: 'new' }, [1, 1]],
    [{ is: 'returning' }, [2, NO_END]],
  ])('[CF8] of visits %j the range is %j', (asked, range) => {
    const all = [{ type: 'visits', ...asked }];
    expect(minimal({ audiences: { a: { all } } }).conditions).toEqual([
      ofVisit('visits', { field: 'visits', range }),
    ]);
  });
});

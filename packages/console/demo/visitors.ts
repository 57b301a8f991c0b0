import type { AgentConversation } from '@beckon/schema/types';
import { conversation, NOW, preview } from '../src/testing/people.ts';

export const MINUTE = 60_000;
const CHROME_MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36';
const SAFARI_IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Mobile/15E148 Safari/604.1';

export const site = 'https://fernway.example';

export const ada: AgentConversation = conversation('c-ada', {
  lastSeq: 10,
  readSeq: 9,
  engagementId: 'cart-help',
  waitingSince: NOW - 9 * MINUTE,
  preview: preview({
    visitorId: 'v-ada-91c2',
    page: { url: `${site}/checkout/`, title: 'Checkout' },
    journey: [
      {
        url: `${site}/`,
        title: 'Fernway, plants for every light',
        at: NOW - 24 * MINUTE,
        seenMs: 95_000,
      },
      {
        url: `${site}/search?q=fern`,
        title: 'Results for “fern”',
        at: NOW - 22 * MINUTE,
        seenMs: 40_000,
      },
      {
        url: `${site}/product/boston-fern/`,
        title: 'Boston fern',
        at: NOW - 21 * MINUTE,
        seenMs: 412_000,
      },
      {
        url: `${site}/cart/`,
        title: 'Your cart',
        at: NOW - 14 * MINUTE,
        seenMs: 480_000,
      },
      { url: `${site}/checkout/`, title: 'Checkout', at: NOW - 6 * MINUTE },
    ],
    device: { platform: 'desktop', userAgent: CHROME_MAC },
    visit: {
      visits: 4,
      startedAt: NOW - 24 * MINUTE,
      lastVisitAt: NOW - 3 * 24 * 60 * MINUTE,
      referrer:
        'https://www.gardenweekly.example/articles/ferns-for-dark-rooms',
    },
    reason: {
      engagement: 'Help at the checkout',
      campaign: 'Save the cart',
      held: [
        'On the checkout for over 40 s',
        'Cart over €60',
        'Came back within a week',
      ],
    },
    attributes: [
      {
        type: 'personal',
        firstName: 'Ada',
        lastName: 'Marchetti',
        contacts: [
          {
            email: 'ada@marchetti.example',
            address: { region: 'Piemonte', country: 'Italy' },
          },
        ],
        language: 'it',
      },
      {
        type: 'cart',
        total: 83.4,
        currency: 'EUR',
        products: [
          {
            product: { name: 'Boston fern', category: 'Indoor', price: 24.9 },
            quantity: 2,
          },
          {
            product: {
              name: 'Terracotta pot, 18 cm',
              category: 'Pots',
              price: 16.8,
            },
            quantity: 2,
          },
        ],
      },
      {
        type: 'error',
        message: 'The voucher FERN10 has expired',
        code: 'VOUCHER-12',
        contextId: 'checkout',
        resolved: false,
      },
      {
        type: 'customer',
        customerType: 'Regular',
        customerStatus: 'Active',
        customerId: '4481-09',
        balance: 0,
        currency: 'EUR',
        registrationDate: { year: 2024, month: 5, day: 3 },
      },
      { type: 'marketing', channel: 'email', campaignId: 'spring-ferns' },
    ],
  }),
});

export const karim = conversation('c-karim', {
  lastSeq: 3,
  readSeq: 1,
  unread: 2,
  skill: 'orders',
  waitingSince: NOW - 4 * MINUTE,
  preview: preview({
    visitorId: 'v-karim-6f01',
    language: 'ar',
    device: { platform: 'mobile', userAgent: SAFARI_IPHONE },
    visit: { visits: 1, startedAt: NOW - 8 * MINUTE },
    page: { url: `${site}/orders/`, title: 'Your orders' },
    attributes: [{ type: 'personal', firstName: 'كريم', lastName: 'حداد' }],
  }),
});

export const nobody = conversation('c-nobody', {
  lastSeq: 2,
  waitingSince: NOW - 2 * MINUTE,
  preview: preview({ visitorId: 'v-unknown-7e3d' }),
});

function waiting(
  id: string,
  waitedMs: number,
  lastText: string,
  more: Parameters<typeof preview>[0] = {},
): AgentConversation {
  return conversation(id, {
    state: 'queued',
    waitingSince: NOW - waitedMs,
    preview: preview({ visitorId: `v-${id}`, lastText, ...more }),
  });
}

export const queue = [
  waiting(
    'q-1',
    252_000,
    'Hello? My parcel says delivered but there is nothing here. I was at home all day.',
    {
      attributes: [
        { type: 'personal', firstName: 'Tomasz', lastName: 'Wójcik' },
      ],
      page: { url: `${site}/orders/88123`, title: 'Order 88123' },
      journey: [],
      device: { platform: 'mobile', userAgent: SAFARI_IPHONE },
      visit: {
        visits: 2,
        startedAt: NOW - 9 * MINUTE,
        lastVisitAt: NOW - 26 * 60 * MINUTE,
      },
      reason: {
        engagement: 'Where is my order',
        held: ['Section is orders', 'Order not delivered'],
      },
    },
  ),
  waiting('q-2', 74_000, 'Is the Monstera safe for cats?', {
    page: { url: `${site}/product/monstera/`, title: 'Monstera deliciosa' },
    reason: {
      engagement: 'Ask a gardener',
      held: ['Product page for over 60 s'],
    },
  }),
  waiting('q-3', 21_000, '', {
    attributes: [{ type: 'customer', userName: 'linnea.b' }],
    page: { url: `${site}/returns/`, title: 'Returns' },
    reason: { engagement: 'Returns help', held: ['Second visit to returns'] },
  }),
];

import type { ToAgentFrame } from '@beckon/schema/types';
import {
  conversation,
  event,
  NOW,
  preview,
  ROBIN,
  ROBIN_AUTHOR,
  said,
  welcome,
} from '../src/testing/people.ts';
import { ada, karim, MINUTE, nobody, queue, site } from './visitors.ts';

const text = (value: string) => ({ kind: 'text', text: value }) as const;

const adaTalk: readonly ToAgentFrame[] = [
  said(
    'c-ada',
    1,
    'Hi, my voucher does not work at the checkout',
    undefined,
    NOW - 26 * 60 * MINUTE,
  ),
  event(
    'c-ada',
    2,
    { role: 'system' },
    { kind: 'ended', by: 'idle' },
    NOW - 25 * 60 * MINUTE,
  ),
  said('c-ada', 3, 'Hello again', undefined, NOW - 9 * MINUTE),
  said(
    'c-ada',
    4,
    'The voucher FERN10 still says “expired”. I got it by mail yesterday, see https://fernway.example/mail/spring',
    undefined,
    NOW - 9 * MINUTE + 8000,
  ),
  event('c-ada', 5, ROBIN_AUTHOR, { kind: 'joined' }, NOW - 8 * MINUTE),
  said(
    'c-ada',
    6,
    'Good afternoon Ada! I’m sorry about that, let me look.',
    ROBIN_AUTHOR,
    NOW - 8 * MINUTE + 20_000,
  ),
  said(
    'c-ada',
    7,
    'You’re right: the code ended on **Sunday**, the mail went out too late. I have made you a new one:\n\n- `FERN10-ADA`, 10 % off the whole cart\n- good until *the end of the month*',
    ROBIN_AUTHOR,
    NOW - 7 * MINUTE,
  ),
  said('c-ada', 8, 'Oh lovely, thank you!', undefined, NOW - 5 * MINUTE),
  said(
    'c-ada',
    9,
    'It works. One more thing: do the pots have a hole?',
    undefined,
    NOW - 4.8 * MINUTE,
  ),
  said(
    'c-ada',
    10,
    'They do, and a saucer comes with each of them.',
    ROBIN_AUTHOR,
    NOW - 4 * MINUTE,
  ),
  {
    type: 'note',
    conversationId: 'c-ada',
    noteSeq: 1,
    at: NOW - 6.5 * MINUTE,
    from: ROBIN_AUTHOR,
    text: 'New voucher FERN10-ADA made by hand. Marketing should know that the mail was late.',
  },
  {
    type: 'page',
    conversationId: 'c-ada',
    page: { url: `${site}/checkout/payment/`, title: 'Payment' },
    at: NOW - 2 * MINUTE,
  },
  { type: 'read', conversationId: 'c-ada', from: { role: 'consumer' }, seq: 9 },
  {
    type: 'delivered',
    conversationId: 'c-ada',
    from: { role: 'consumer' },
    seq: 10,
  },
];

const otherTalks: readonly ToAgentFrame[] = [
  event('c-karim', 1, ROBIN_AUTHOR, { kind: 'joined' }, NOW - 3 * MINUTE),
  said('c-karim', 2, 'مرحبا، أين طلبي رقم 5521؟', undefined, NOW - 2 * MINUTE),
  said(
    'c-karim',
    3,
    'هل يصل اليوم؟ The app says “out for delivery”.',
    undefined,
    NOW - MINUTE,
  ),
  said('c-nobody', 1, 'do you ship to Norway', undefined, NOW - 2 * MINUTE),
  event('c-nobody', 2, ROBIN_AUTHOR, { kind: 'joined' }, NOW - MINUTE),
];

const colleagues = [
  { agentId: 'agent-mei', name: 'Mei Tanaka', status: 'online' },
  { agentId: 'agent-jo', name: 'Jo Lindqvist', status: 'away' },
  { agentId: 'agent-sam', name: 'Sam Duarte', status: 'offline' },
] as const;

export interface Scene {
  readonly agent?: 'nobody';
  readonly frames: readonly ToAgentFrame[];
  readonly selected?: string;
  readonly isLost?: boolean;
}

const busy: readonly ToAgentFrame[] = [
  welcome({ conversations: [ada, karim, nobody], queue, colleagues }),
  ...adaTalk,
  ...otherTalks,
];

const nasty = '<img src=x onerror=alert(1)><script>alert(2)</script>';

/** What can be looked at; names are the query of the page. */
export const SCENES: Readonly<Record<string, Scene>> = {
  login: { agent: 'nobody', frames: [] },
  empty: { frames: [welcome()] },
  away: { frames: [welcome({ agent: { ...ROBIN, status: 'away' } })] },
  queue: { frames: [welcome({ queue, colleagues })] },
  preview: { frames: [welcome({ queue, colleagues })], selected: 'q-1' },
  full: {
    frames: [
      welcome({
        agent: { ...ROBIN, maxConversations: 3 },
        conversations: [ada, karim, nobody],
        queue,
      }),
      ...adaTalk,
      ...otherTalks,
    ],
    selected: 'c-ada',
  },
  talk: { frames: busy, selected: 'c-ada' },
  typing: {
    frames: [
      ...busy,
      {
        type: 'typing',
        conversationId: 'c-ada',
        from: { role: 'consumer' },
        active: true,
      },
    ],
    selected: 'c-ada',
  },
  arabic: { frames: busy, selected: 'c-karim' },
  lost: { frames: busy, selected: 'c-ada', isLost: true },
  over: {
    frames: [
      ...busy,
      event(
        'c-nobody',
        3,
        { role: 'consumer' },
        { kind: 'ended', by: 'consumer' },
        NOW,
      ),
      {
        type: 'state',
        conversationId: 'c-nobody',
        state: 'ended',
        place: null,
        expectedWaitSeconds: null,
      },
    ],
    selected: 'c-nobody',
  },
  failed: { frames: busy, selected: 'c-ada' },
  hostile: {
    frames: [
      welcome({
        conversations: [
          conversation('c-bad', {
            lastSeq: 3,
            skill: nasty,
            preview: preview({
              page: { url: 'javascript:alert(3)', title: nasty },
              journey: [{ url: 'javascript:alert(4)', title: nasty, at: NOW }],
              visit: {
                visits: 1,
                startedAt: NOW,
                referrer: 'javascript:alert(5)',
              },
              device: { platform: 'desktop', userAgent: nasty },
              reason: { engagement: nasty, campaign: nasty, held: [nasty] },
              attributes: [
                { type: 'personal', firstName: nasty },
                { type: 'error', message: nasty },
                {
                  type: 'cart',
                  products: [{ product: { name: nasty } }],
                  currency: nasty,
                  total: 1,
                },
              ],
            }),
          }),
        ],
      }),
      event('c-bad', 1, { ...ROBIN_AUTHOR, name: nasty }, { kind: 'joined' }),
      event(
        'c-bad',
        2,
        { ...ROBIN_AUTHOR, name: nasty },
        {
          kind: 'message',
          clientId: 'bad',
          content: text(`${nasty} [x](javascript:alert(6)) **${nasty}**`),
        },
      ),
      said(
        'c-bad',
        3,
        `${nasty} javascript:alert(7) https://example.org/"onmouseover="alert(8)`,
      ),
      {
        type: 'note',
        conversationId: 'c-bad',
        noteSeq: 1,
        at: NOW,
        from: ROBIN_AUTHOR,
        text: nasty,
      },
      {
        type: 'page',
        conversationId: 'c-bad',
        page: { url: 'data:text/html,<script>alert(9)</script>', title: '' },
        at: NOW,
      },
    ],
    selected: 'c-bad',
  },
};

export const CANNED = [
  { id: '1', title: 'Greeting', text: 'Hello! How can I help you?' },
  {
    id: '2',
    title: 'Delivery times',
    text: 'Parcels to the EU take 2 to 4 working days, to Norway and Switzerland 5 to 7.',
  },
  {
    id: '3',
    title: 'Returns',
    text: 'You can send everything back within 30 days. Plants too, if they are unhappy.',
  },
  { id: '4', title: 'Goodbye', text: 'You’re welcome. Have a lovely day!' },
];

import { expect, it } from 'vitest';
import {
  agentFrameSchema,
  consumerFrameSchema,
  MAX_MESSAGE_CHARS,
  MESSAGE_TOO_LONG,
} from './frames.ts';

const start = {
  type: 'start',
  requestId: 'r',
  skill: 'sales',
  language: 'en',
  page: { url: 'https://shop.example/', title: 'Shop' },
  journey: [],
  attributes: [],
  survey: null,
};

const message = (text: string) => ({
  type: 'message',
  conversationId: 'c',
  clientId: 'm',
  content: { kind: 'text', text },
});

it('[CF32] keys that a newer client adds are dropped', () => {
  const frame = { ...message('hi'), mood: 'sunny' };
  expect(consumerFrameSchema.parse(frame)).toEqual(message('hi'));
});

it('[CF32] an attribute that cannot be read does not take the start along', () => {
  const cart = { type: 'cart', total: 12 };
  const attributes = [cart, { type: 'unheard-of' }, 'nothing', null];
  const read = consumerFrameSchema.parse({ ...start, attributes });
  expect(read).toMatchObject({ attributes: [cart] });
});

it('[CF32] a message has 8,000 characters, counted as code points', () => {
  const longest = '😀'.repeat(MAX_MESSAGE_CHARS);
  expect(consumerFrameSchema.safeParse(message(longest)).success).toBe(true);
  const { error } = consumerFrameSchema.safeParse(message(`${longest}a`));
  expect(error?.issues.map((issue) => issue.message)).toEqual([
    MESSAGE_TOO_LONG,
  ]);
});

it.each(['', ' \n\t'])('[CF32] a message of %j says nothing', (text) => {
  expect(consumerFrameSchema.safeParse(message(text)).success).toBe(false);
});

it('[CF32] each side has frames of its own', () => {
  const accept = { type: 'accept', conversationId: 'c' };
  expect(agentFrameSchema.safeParse(accept).success).toBe(true);
  expect(consumerFrameSchema.safeParse(accept).success).toBe(false);
  expect(agentFrameSchema.safeParse(start).success).toBe(false);
});

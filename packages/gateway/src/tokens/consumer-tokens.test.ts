import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { createConsumerTokens } from './consumer-tokens.ts';

const DAY_MS = 86_400_000;
const token = { consumerId: 'c', site: 'acme', lineId: 'l', tokenId: 't' };
const clockAt = (at: number) => ({
  at,
  now() {
    return this.at;
  },
});

it('[WS1] a token is bound to its site, and good for 30 days', async () => {
  const clock = clockAt(1_770_000_000_000);
  const tokens = createConsumerTokens(['one secret'], clock);
  const text = tokens.sign(token);
  expect(await tokens.verify(text, 'acme')).toEqual({ ...token, isOld: false });
  expect(await tokens.verify(text, 'other')).toBeUndefined();
  clock.at += 2 * DAY_MS;
  expect(await tokens.verify(text, 'acme')).toMatchObject({ isOld: true });
  clock.at += 28 * DAY_MS + 59_000;
  expect(await tokens.verify(text, 'acme')).toBeDefined();
  clock.at += 2000;
  expect(await tokens.verify(text, 'acme')).toBeUndefined();
});

it('[WS1] secrets rotate: the first signs, all verify', async () => {
  const clock = clockAt(1_770_000_000_000);
  const before = createConsumerTokens(['old'], clock);
  const during = createConsumerTokens(['new', 'old'], clock);
  const after = createConsumerTokens(['new'], clock);
  const text = before.sign(token);
  expect(await during.verify(text, 'acme')).toBeDefined();
  expect(await after.verify(text, 'acme')).toBeUndefined();
  expect(await after.verify(during.sign(token), 'acme')).toBeDefined();
});

it('[WS1] no other token of the same secret passes for one', async () => {
  const clock = clockAt(1_770_000_000_000);
  const tokens = createConsumerTokens(['one secret'], clock);
  const forged = await new SignJWT({ sid: 'l' })
    .setProtectedHeader({ alg: 'HS256', typ: 'beckon-consumer+jwt' })
    .setIssuer('beckon')
    .setAudience('acme')
    .setSubject('c')
    .setJti('t')
    .setIssuedAt(1_770_000_000)
    .setExpirationTime(1_771_000_000)
    .sign(new TextEncoder().encode('one secret'.padEnd(32)));
  expect(await tokens.verify(forged, 'acme')).toBeUndefined();
  expect(await tokens.verify('a.b.c', 'acme')).toBeUndefined();
});

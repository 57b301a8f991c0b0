import { afterAll, describe, expect, it } from 'vitest';
import { openGateway } from '../testing/open-gateway.ts';
import { batch, ORIGIN } from '../testing/workspace.ts';

const open = await openGateway({
  BECKON_EVENTS_PER_VISITOR: '10',
  BECKON_EVENTS_PER_ADDRESS: '50',
});
const { ask, clock, events, logged, send, stop } = open;
afterAll(stop);

/** Each test has a visitor and an address of its own. */
let count = 0;
const stranger = () => {
  count += 1;
  return { visitorId: `v${count}`, address: `198.51.100.${count}` };
};
const ofVisitor = async (visitorId: string) =>
  (await events()).filter((line) => line['visitorId'] === visitorId);

describe('events', () => {
  it('[GW1, NET1] a batch as text/plain is taken, and written as lines', async () => {
    const { visitorId, address } = stranger();
    const response = await send(batch({ visitorId }), {}, address);
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN);
    expect(response.headers.get('Vary')).toBe('Origin');
    expect(await ofVisitor(visitorId)).toEqual([
      {
        site: 'acme',
        receivedAt: clock.at,
        sentAt: 1_770_000_000_500,
        visitorId,
        sessionId: 'session-1',
        event: {
          id: 'event-1',
          at: 1_770_000_000_000,
          type: 'page',
          url: 'https://shop.example/cart',
        },
      },
    ]);
  });

  it('[NET2] an event that comes again is counted once, its visitor’s alone', async () => {
    const { visitorId, address } = stranger();
    const other = stranger();
    const twice = [1, 2].map(() => batch({ visitorId }));
    for (const body of [...twice, batch({ visitorId: other.visitorId })])
      expect((await send(body, {}, address)).status).toBe(204);
    expect(await ofVisitor(visitorId)).toHaveLength(1);
    expect(await ofVisitor(other.visitorId)).toHaveLength(1);
  });

  it('[NET2] the same event in two requests at once is counted once', async () => {
    const { visitorId, address } = stranger();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send(batch({ visitorId }), {}, address)),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 204));
    expect(await ofVisitor(visitorId)).toHaveLength(1);
  });

  it('[GW1] events of known bots are taken and marked', async () => {
    const { visitorId, address } = stranger();
    const agent = { 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' };
    expect((await send(batch({ visitorId }), agent, address)).status).toBe(204);
    expect(await ofVisitor(visitorId)).toMatchObject([{ bot: true }]);
  });

  it.each([
    [{ Origin: '' }, 'origin-missing'],
    [{ Origin: 'null' }, 'origin-missing'],
    [{ Origin: 'https://evil.example' }, 'origin-not-allowed'],
    [{ Origin: 'http://shop.example' }, 'origin-not-allowed'],
    [{ Origin: 'https://shop.example:8443' }, 'origin-not-allowed'],
    [{ Origin: 'https://shop.example.evil.example' }, 'origin-not-allowed'],
    [{ Origin: 'https://shop.example@evil.example' }, 'origin-not-allowed'],
    [
      { Origin: 'https://shop.example, https://evil.example' },
      'origin-not-allowed',
    ],
    [{ Origin: 'http://127.0.0.1:4700' }, 'origin-not-allowed'],
  ])(
    '[GW5] with %j it is %s, and the page learns nothing',
    async (headers, code) => {
      const { visitorId, address } = stranger();
      const response = await send(batch({ visitorId }), headers, address);
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code });
      expect(response.headers.has('Access-Control-Allow-Origin')).toBe(false);
      expect(await ofVisitor(visitorId)).toEqual([]);
    },
  );

  it('[GH9] an origin that is not listed is logged once', async () => {
    const headers = { Origin: 'https://forgotten.example' };
    await send(batch(), headers, stranger().address);
    await send(batch(), headers, stranger().address);
    const told = logged.filter(({ origin }) => origin === headers.Origin);
    expect(told).toMatchObject([{ level: 40, site: 'acme' }]);
  });

  it('[GW5] a preflight is answered for listed origins alone', async () => {
    const preflight = (Origin: string) =>
      ask('/v1/sites/acme/events', {
        method: 'OPTIONS',
        headers: { Origin, 'Access-Control-Request-Method': 'POST' },
      });
    const allowed = await preflight(ORIGIN);
    expect(allowed.status).toBe(204);
    expect(Object.fromEntries(allowed.headers)).toMatchObject({
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'Content-Type',
      vary: 'Origin',
    });
    const other = await preflight('https://evil.example');
    expect(other.headers.has('Access-Control-Allow-Origin')).toBe(false);
  });

  it.each([
    [{ 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    [{ 'Content-Type': 'multipart/form-data; boundary=x' }, 415],
    [{ 'Content-Type': '' }, 415],
    [{ 'Content-Type': 'text/plain; charset=utf-16' }, 415],
    [{ 'Content-Encoding': 'gzip' }, 415],
    [{ 'Content-Type': 'text/plain' }, 204],
    [{ 'Content-Type': 'TEXT/PLAIN; Charset="UTF-8"' }, 204],
    [{ 'Content-Type': 'application/json' }, 204],
  ])('[GW3] a body with %j: %i', async (headers, status) => {
    const { visitorId, address } = stranger();
    const response = await send(batch({ visitorId }), headers, address);
    expect(response.status).toBe(status);
    expect(/"code":"([^"]*)"/.exec(await response.text())?.[1]).toBe(
      status === 415 ? 'body-unsupported' : undefined,
    );
  });

  it('[GW4] a body of 64 KiB is read, a larger one is not', async () => {
    const { visitorId, address } = stranger();
    const padded = (bytes: number): string =>
      JSON.stringify(batch({ visitorId })).padEnd(bytes);
    expect((await send(padded(65_536), {}, address)).status).toBe(204);
    const response = await send(padded(65_537), {}, address);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'body-too-large' });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN);
  });

  it('[GW3] a problem names paths and never what stood there', async () => {
    const { visitorId, address } = stranger();
    const body = batch({ visitorId }, { at: 'MY SECRET', url: 5 });
    const response = await send(body, {}, address);
    expect(response.status).toBe(400);
    expect(response.headers.get('Content-Type')).toContain(
      'application/problem+json',
    );
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({
      type: 'urn:beckon:problem:body-invalid',
      title: 'The body is not what belongs here.',
      status: 400,
      code: 'body-invalid',
      requestId: response.headers.get('X-Request-Id'),
      problems: ['events[0].at', 'events[0].url'],
    });
  });

  it('[GW4] a visitor who sends too often is told when to come back', async () => {
    const { visitorId, address } = stranger();
    const more = (n: number) =>
      send(batch({ visitorId }, { id: `e${n}` }), {}, address);
    for (let n = 0; n < 10; n++) expect((await more(n)).status).toBe(204);
    const response = await more(10);
    expect(response.status).toBe(429);
    expect(response.headers.get('Retry-After')).toBe('6');
    expect(response.headers.get('Access-Control-Expose-Headers')).toContain(
      'Retry-After',
    );
    expect(await response.json()).toMatchObject({ code: 'rate-limited' });
    expect(await ofVisitor(visitorId)).toHaveLength(10);
    clock.at += 6000;
    expect((await more(10)).status).toBe(204);
  });

  it('[GW4] so is an address, whatever visitors it makes up', async () => {
    const { address } = stranger();
    const statuses: number[] = [];
    for (let n = 0; n < 51; n++)
      statuses.push(
        (await send(batch({ visitorId: `made up ${n}` }), {}, address)).status,
      );
    expect(statuses.filter((status) => status === 204)).toHaveLength(50);
    expect(statuses.at(-1)).toBe(429);
    expect(
      (await send(batch({ visitorId: 'else' }), {}, '192.0.2.1')).status,
    ).toBe(204);
  });

  it('[GW8] the log has no address, visitor, page or text of theirs', async () => {
    const { visitorId, address } = stranger();
    const secret = 'https://shop.example/?email=jane@shop.example';
    await send(batch({ visitorId }, { url: secret }), {}, address);
    await send('{"visitorId":"jane@shop.example', {}, address);
    await send(
      batch({ visitorId: 'jane@shop.example', events: 5 }),
      {},
      address,
    );
    await ask('/v1/sites/jane@shop.example/config?email=jane@shop.example');
    const text = JSON.stringify(logged);
    for (const personal of [visitorId, address, 'jane', 'Firefox', 'email'])
      expect(text).not.toContain(`${personal}"`);
    expect(text).not.toContain('jane');
  });
});

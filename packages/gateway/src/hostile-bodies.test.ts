import fc from 'fast-check';
import { request } from 'node:http';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readEvents } from './testing/open-gateway.ts';
import { codeOf, openTarget, PAGE_HEADERS } from './testing/open-target.ts';
import { rawRequest } from './testing/raw-request.ts';
import { batch, ORIGIN } from './testing/workspace.ts';

vi.setConfig({ testTimeout: 120_000 });

const target = await openTarget();
const { base, child, ended, post } = target;
afterAll(target.stop);

describe('hostile bodies', () => {
  it('[GW3] 1,000 fuzzed bodies are taken or are problems, and no bug', async () => {
    const event = fc.record(
      {
        id: fc.oneof(fc.string(), fc.integer()),
        at: fc.oneof(fc.nat(), fc.double(), fc.string()),
        type: fc.constantFrom(
          'page',
          'attribute',
          'offer',
          'window',
          'conversation',
          'problem',
          'x',
        ),
        url: fc.oneof(fc.string(), fc.webUrl()),
        attribute: fc.oneof(
          fc.record({
            type: fc.constantFrom('cart', 'lead', 'x'),
            total: fc.jsonValue(),
          }),
          fc.jsonValue(),
        ),
        phase: fc.constantFrom('impression', 'started', 'x'),
        engagement: fc.string(),
        state: fc.constantFrom('opened', 'x'),
        code: fc.string(),
      },
      { requiredKeys: [] },
    );
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.uint8Array({ maxLength: 300 }),
      fc
        .record(
          {
            visitorId: fc.oneof(fc.string(), fc.jsonValue()),
            sessionId: fc.string(),
            sentAt: fc.oneof(fc.nat(), fc.jsonValue()),
            events: fc.oneof(fc.array(event), fc.jsonValue()),
          },
          { requiredKeys: ['events'] },
        )
        .map((value) => JSON.stringify(value)),
      fc
        .array(event, { minLength: 1 })
        .map((events) => JSON.stringify(batch({ events }))),
    );
    const outcomes = new Set<number>();
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const response = await post(text);
        outcomes.add(response.status);
        if (response.status === 204) return true;
        const { code } = (await response.json()) as { code: string };
        return ['body-not-json', 'body-invalid'].includes(code);
      }),
      { numRuns: 1000 },
    );
    expect(outcomes).toEqual(new Set([204, 400]));
    for (const line of await readEvents(target.workspace.path('data/events')))
      expect(line).toMatchObject({ site: 'acme', event: {} });
  });

  it.each([
    ['not JSON', '{"SECRET":'],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
    ['nothing', ''],
    ['deep', '['.repeat(30_000)],
    ['a long number', `${'9'.repeat(60_000)}e`],
  ])('[GW3] %s is not JSON', async (_, body) => {
    expect(await codeOf(await post(body))).toBe('body-not-json');
  });

  it('[GW3] deep, but JSON, is no batch', async () => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    expect(await codeOf(await post(deep))).toBe('body-invalid');
    const inside = JSON.stringify(batch({ events: ['DEEP'] })).replace(
      '"DEEP"',
      deep,
    );
    expect(await codeOf(await post(inside))).toBe('body-invalid');
  });

  it('[GW3] what looks like a prototype is dropped or refused', async () => {
    const polluted = JSON.stringify(batch()).replace(
      '{',
      '{"__proto__":{"site":"SECRET"},"constructor":{"prototype":{}},',
    );
    expect((await post(polluted)).status).toBe(204);
    expect(
      JSON.stringify(await readEvents(target.workspace.path('data/events'))),
    ).not.toContain('SECRET');
  });

  it('[GW4] a body that says it is large is refused before it comes', async () => {
    const { status, body } = await rawRequest(
      base,
      `POST /v1/sites/acme/events HTTP/1.1\r\nHost: x\r\nOrigin: ${ORIGIN}\r\nContent-Type: text/plain\r\nContent-Length: 99999999999\r\n\r\n{`,
    );
    expect(status).toBe(413);
    expect(body).toContain('body-too-large');
  });

  it('[GW4] a body that does not say how large it is is refused when it is', async () => {
    const answer = await new Promise<number>((resolve, reject) => {
      const slow = request(`${base}/v1/sites/acme/events`, {
        method: 'POST',
        headers: PAGE_HEADERS,
      });
      let isAnswered = false;
      slow.on('response', (response) => {
        isAnswered = true;
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      // The rest of the body meets a closed door.
      slow.on('error', (error) => {
        if (!isAnswered) reject(error);
      });
      for (let n = 0; n < 20; n++) slow.write('x'.repeat(10_000));
    });
    expect(answer).toBe(413);
  });

  it('[GW3] lines in an event stay one line in the log', async () => {
    const url = 'https://shop.example/\n{"site":"forged"}\r\n\u2028';
    expect(
      (await post(JSON.stringify(batch({ visitorId: 'liner' }, { url }))))
        .status,
    ).toBe(204);
    const lines = await readEvents(target.workspace.path('data/events'));
    expect(lines.filter(({ site }) => site === 'forged')).toEqual([]);
    expect(lines.find(({ visitorId }) => visitorId === 'liner')).toMatchObject({
      event: { url },
    });
  });

  it('[GW3] it still answers, stops well and has logged no failure', async () => {
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    const body = JSON.stringify(batch({ visitorId: 'last' }));
    expect((await post(body)).status).toBe(204);
    child.kill('SIGTERM');
    const { code, out } = await ended;
    expect(code).toBe(0);
    expect(out).not.toMatch(/"level":"(?:error|fatal)"/);
    expect(out).not.toContain('SECRET');
  });
});

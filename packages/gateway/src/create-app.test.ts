import { pino } from 'pino';
import { afterAll, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { createApp } from './create-app.ts';
import { addRoute } from './http/add-route.ts';
import { PROBLEMS } from './http/problem.ts';
import { createMetrics } from './metrics.ts';
import { openGateway } from './testing/open-gateway.ts';

const { ask, logged, stop } = await openGateway();
afterAll(stop);

it.each([
  ['PUT', '/beckon.js', 'GET, HEAD, OPTIONS'],
  ['POST', '/v1/sites/acme/config', 'GET, HEAD, PUT, OPTIONS'],
  ['DELETE', '/v1/sites/acme/availability', 'GET, HEAD, OPTIONS'],
  ['GET', '/v1/sites/acme/events', 'POST, OPTIONS'],
  ['HEAD', '/v1/sites/acme/events', 'POST, OPTIONS'],
  ['PATCH', '/metrics', 'GET, HEAD, OPTIONS'],
])('[GH6] %s %s: 405, with what may be asked', async (method, path, allow) => {
  const response = await ask(path, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('Allow')).toBe(allow);
  const body = await response.text();
  expect(/"code":"([^"]*)"/.exec(body)?.[1]).toBe(
    method === 'HEAD' ? undefined : 'method-not-allowed',
  );
});

it('[GH6] OPTIONS tells what may be asked', async () => {
  const response = await ask('/beckon.js', { method: 'OPTIONS' });
  expect(response.status).toBe(204);
  expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
});

it('[GW3] an address that there is none of is a problem, with an id', async () => {
  for (const path of [
    '/none',
    '/v1/sites/acme',
    '/V1/sites/acme/config',
    '/beckon.js/x',
  ]) {
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).toBe(
      'application/problem+json; charset=utf-8',
    );
    const requestId = response.headers.get('X-Request-Id');
    expect(await response.json()).toEqual({
      type: 'urn:beckon:problem:not-found',
      title: 'There is nothing at this address.',
      status: 404,
      code: 'not-found',
      requestId,
    });
  }
});

it('[GW3] a bug is told without its stack or words, and logged without words', async () => {
  const lines: string[] = [];
  const log = pino({}, { write: (line) => void lines.push(line) });
  const app = createApp(log, createMetrics());
  addRoute(app, {
    path: '/bug',
    get: () => {
      throw new TypeError('jane@shop.example is no number');
    },
  });
  const response = await app.request('/bug');
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ code: 'internal' });
  expect(text).not.toMatch(/jane|TypeError|\.ts/);
  const [line = ''] = lines;
  expect(JSON.parse(line)).toMatchObject({
    level: 50,
    route: '/bug',
    requestId: response.headers.get('X-Request-Id'),
    err: { type: 'TypeError' },
  });
  expect(line).toContain('create-app.test.ts');
  expect(line).not.toContain('jane');
});

it('[GW3] every code is in the list of SPEC.md, with its status', async () => {
  const text = await readFile(new URL('../SPEC.md', import.meta.url), 'utf8');
  const listed = [...text.matchAll(/^\| `([a-z-]+)` +\| (\d+) /gm)].map(
    ([, code, status]) => [code, Number(status)],
  );
  expect(Object.fromEntries(listed)).toEqual(
    Object.fromEntries(
      Object.entries(PROBLEMS).map(([code, [status]]) => [code, status]),
    ),
  );
});

it('[GW8] a request is logged by its route, with the ids of those who trace', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const headers = { 'X-Request-Id': 'proxy.1-a_b', traceparent };
  const response = await ask('/v1/sites/acme/config?x=1', { headers });
  expect(response.headers.get('X-Request-Id')).toBe('proxy.1-a_b');
  expect(
    logged.find(({ requestId }) => requestId === 'proxy.1-a_b'),
  ).toMatchObject({
    method: 'GET',
    route: '/v1/sites/:site/config',
    status: 200,
    trace_id: '0af7651916cd43dd8448eb211c80319c',
    span_id: 'b7ad6b7169203331',
  });
});

it('[GW8] a request id that is no plain word is replaced', async () => {
  for (const id of ['a b', 'x'.repeat(65), '{"a":1}', 'ü']) {
    const response = await ask('/healthz', { headers: { 'X-Request-Id': id } });
    expect(response.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});

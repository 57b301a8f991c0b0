import { request } from 'node:http';
import { pino } from 'pino';
import { afterAll, expect, it } from 'vitest';
import { createApp } from '../create-app.ts';
import { createMetrics } from '../metrics.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { addRoute } from './add-route.ts';
import { listen, stopListening } from './listen.ts';
import { createNodeServer } from './node-server.ts';

const app = createApp(pino({ level: 'silent' }), createMetrics());
addRoute(app, {
  path: '/echo',
  get: (c) => c.text('here'),
  post: async (c) => c.text(await c.req.text()),
});
const limits = { headersMs: 100, requestMs: 200, checkMs: 50 };
const server = createNodeServer(app, () => false, limits);
const url = await listen(server, 0, '127.0.0.1');
afterAll(() => stopListening(server, 0));

it('[GH12] headers that never end are too slow', async () => {
  const { status, head, body } = await rawRequest(
    url,
    'GET /echo HTTP/1.1\r\nHost: x\r\n',
  );
  expect(status).toBe(408);
  expect(head).toContain('application/problem+json');
  expect(body).toContain('"code":"too-slow"');
});

it('[GH12] so is a body that never ends', async () => {
  const { status, body } = await rawRequest(
    url,
    'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf',
  );
  expect(status).toBe(408);
  expect(body).toContain('"code":"too-slow"');
});

it('[GW7] while it stops, a connection is not kept for another request', async () => {
  const state = { isStopping: false };
  const patient = createNodeServer(app, () => state.isStopping);
  const address = await listen(patient, 0, '127.0.0.1');
  const connectionOf = (): Promise<string | undefined> =>
    new Promise((resolve, reject) => {
      const asked = request(`${address}/echo`, {
        headers: { Connection: 'keep-alive' },
      });
      asked.on('error', reject);
      asked.on('response', (response) => {
        response.resume();
        resolve(response.headers.connection);
      });
      asked.end();
    });
  expect(await connectionOf()).toBe('keep-alive');
  state.isStopping = true;
  expect(await connectionOf()).toBe('close');
  await stopListening(patient, 0);
});

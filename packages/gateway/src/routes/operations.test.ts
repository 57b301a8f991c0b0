import { rm, writeFile } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { openGateway } from '../testing/open-gateway.ts';
import { batch } from '../testing/workspace.ts';

// A gateway starts a thread: a second, on a busy machine several.
vi.setConfig({ testTimeout: 60_000 });

it('[GW1] health, readiness and metrics are told', async () => {
  const { ask, gateway, send, stop } = await openGateway();
  expect((await ask('/healthz')).status).toBe(200);
  expect((await ask('/readyz')).status).toBe(200);
  await ask('/v1/sites/acme/config');
  await send(batch());
  await send(batch());
  await send(batch({ visitorId: 'other' }), { 'User-Agent': 'Googlebot/2.1' });
  await send('{');
  const metrics = await (await ask('/metrics')).text();
  for (const line of [
    'beckon_http_requests_total{route="/v1/sites/:site/config",status="200"} 1',
    'beckon_http_requests_total{route="/v1/sites/:site/events",status="204"} 3',
    'beckon_events_total{outcome="accepted"} 1',
    'beckon_events_total{outcome="repeated"} 1',
    'beckon_events_total{outcome="bot"} 1',
    'beckon_events_refused_total{code="body-not-json"} 1',
    'beckon_sites 1',
  ])
    expect(metrics.split('\n')).toContain(line);
  expect(metrics).not.toContain('acme');
  await gateway.stop();
  expect((await ask('/healthz')).status).toBe(200);
  const stopped = await ask('/readyz');
  expect(stopped.status).toBe(503);
  expect(await stopped.json()).toMatchObject({ code: 'not-ready' });
  await stop();
});

it('[GH9] events that cannot be written are asked for again, and then counted', async () => {
  const { ask, events, send, stop, workspace } = await openGateway();
  const folder = workspace.path('data/events');
  await rm(folder, { recursive: true });
  await writeFile(folder, 'in the way');
  const refused = await send(batch());
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ code: 'not-kept' });
  expect((await ask('/readyz')).status).toBe(503);
  await rm(folder);
  await workspace.write('data/events/.keep', '');
  expect((await send(batch())).status).toBe(204);
  expect((await ask('/readyz')).status).toBe(200);
  expect(await events()).toHaveLength(1);
  await stop();
});

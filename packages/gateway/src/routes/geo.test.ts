import { afterAll, expect, it } from 'vitest';
import { openGateway } from '../testing/open-gateway.ts';
import { ORIGIN } from '../testing/workspace.ts';

const direct = await openGateway();
const behind = await openGateway({
  BECKON_TRUSTED_HOPS: '1',
  BECKON_GEO_HEADERS: 'country=cf-ipcountry,region=x-region,city=x-city',
});
afterAll(async () => {
  await direct.stop();
  await behind.stop();
});

const GEO = '/v1/sites/acme/geo';
const told = {
  'CF-IPCountry': 'GB',
  'X-City': 'K%C3%B6ln',
  'X-Forwarded-For': '1.1.1.1, 198.51.100.7',
};

it('[AU2] behind a trusted proxy its headers say where the visitor is', async () => {
  const response = await behind.ask(GEO, {
    headers: { ...told, Origin: ORIGIN },
  });
  expect(await response.json()).toEqual({
    country: 'GB',
    city: 'Köln',
    ip: '198.51.100.7',
  });
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'no-store',
    'access-control-allow-origin': ORIGIN,
    vary: 'Origin',
  });
});

it('[AU2] cities are read whether the proxy wrote UTF-8 or Latin-1', async () => {
  for (const city of [
    'München',
    Buffer.from('München').toString('latin1'),
    '100%',
  ]) {
    const response = await behind.ask(GEO, { headers: { 'X-City': city } });
    const expected = city === '100%' ? '100%' : 'München';
    expect(await response.json()).toMatchObject({ city: expected });
  }
});

it('[AU2] without a proxy, what the visitor writes into headers is nothing', async () => {
  const response = await direct.ask(GEO, {
    headers: { ...told, Origin: ORIGIN },
  });
  expect(await response.json()).toEqual({ ip: '203.0.113.1' });
});

it('[GW5] pages of other sites may not ask', async () => {
  for (const Origin of [
    'https://evil.example',
    'null',
    'http://localhost:4700',
  ]) {
    const response = await behind.ask(GEO, { headers: { ...told, Origin } });
    expect(response.status).toBe(403);
    expect(response.headers.has('Access-Control-Allow-Origin')).toBe(false);
    expect(await response.text()).not.toContain('198.51');
  }
});

it('[GW5] a page of the gateway itself asks without an origin', async () => {
  const response = await behind.ask(GEO, { headers: told });
  expect(response.status).toBe(200);
  expect(response.headers.has('Access-Control-Allow-Origin')).toBe(false);
});

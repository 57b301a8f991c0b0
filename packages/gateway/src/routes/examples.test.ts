import { symlink } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { DEMO_CANNED, DEMO_LOGIN } from '../agents/put-demo-agent.ts';
import { openGateway } from '../testing/open-gateway.ts';
import { batch, SITE } from '../testing/workspace.ts';

const CSP = "default-src 'none'; script-src 'nonce-abc'";
const { ask, send, events, stop } = await openGateway(
  { BECKON_AVAILABILITY: '' },
  {
    demo: true,
    prepare: async (workspace) => {
      const { write, path } = workspace;
      await Promise.all([
        write('examples/index.html', '<title>All</title>'),
        write('examples/shop/headers.json', {
          'index.html': { 'Content-Security-Policy': CSP },
          '*': { 'X-Page': 'shop' },
        }),
        write('examples/shop/picture.svg', '<svg/>'),
        write('examples/shop/page.xhtml', '<html/>'),
        write('examples/shop/data.bin', new Uint8Array([0, 255, 1])),
        write('examples/shop/.env', 'SECRET'),
        write('examples/app/200.html', '<title>App</title>'),
        write('examples/app/app.js', '1'),
        write('examples/broken/index.html', 'x'),
        write('examples/broken/headers.json', '{ "index.html": "strict" }'),
        write('sites/acme/site.json', { ...SITE, origins: [] }),
      ]);
      await symlink(path('secret.txt'), path('examples/shop/link.txt'));
      await symlink(path(''), path('examples/shop/away'));
    },
  },
);
afterAll(stop);

it('[GH8] the agent of a demo has canned answers to try', async () => {
  const headers = {
    Origin: 'http://localhost',
    Host: 'localhost',
    'Content-Type': 'application/json',
  };
  const login = await ask('/v1/agents/login', {
    method: 'POST',
    body: JSON.stringify(DEMO_LOGIN),
    headers,
  });
  const Cookie = (login.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
  const answer = await ask('/v1/agents/canned', { headers: { Cookie } });
  expect(await answer.json()).toEqual({ canned: DEMO_CANNED });
});

describe('examples', () => {
  it.each([
    ['/examples/', '<title>All</title>', 'text/html; charset=utf-8'],
    [
      '/examples/shop/',
      '<!doctype html><title>Shop</title>',
      'text/html; charset=utf-8',
    ],
    [
      '/examples/shop/index.html',
      '<!doctype html><title>Shop</title>',
      'text/html; charset=utf-8',
    ],
    ['/examples/shop/picture.svg', '<svg/>', 'image/svg+xml; charset=utf-8'],
    [
      '/examples/shop/page.xhtml',
      '<html/>',
      'application/xhtml+xml; charset=utf-8',
    ],
  ])('[GH8] %s is a page, kept by no cache', async (path, content, type) => {
    const response = await ask(path);
    expect(await response.text()).toBe(content);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.has('Access-Control-Allow-Origin')).toBe(false);
  });

  it('[GH8] bytes stay as they are', async () => {
    const response = await ask('/examples/shop/data.bin');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(
      new Uint8Array([0, 255, 1]),
    );
  });

  it('[GH8] headers.json gives each file its headers', async () => {
    const page = await ask('/examples/shop/');
    expect(page.headers.get('Content-Security-Policy')).toBe(CSP);
    expect(page.headers.get('X-Page')).toBe('shop');
    const picture = await ask('/examples/shop/picture.svg');
    expect(picture.headers.has('Content-Security-Policy')).toBe(false);
    expect(picture.headers.get('X-Page')).toBe('shop');
    expect((await ask('/examples/shop/headers.json')).status).toBe(404);
  });

  it('[GH8] a headers.json that cannot be used is no silent loss of a policy', async () => {
    expect((await ask('/examples/broken/')).status).toBe(500);
  });

  it.each([
    ['/', '/examples/'],
    ['/examples', '/examples/'],
    ['/examples/shop', '/examples/shop/'],
  ])('[GH8] %s leads to %s', async (path, location) => {
    const response = await ask(path);
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe(location);
  });

  it('[GH8] below a 200.html every page is that page, and nothing else is', async () => {
    const headers = { Accept: 'text/html,application/xhtml+xml' };
    for (const path of [
      '/examples/app/',
      '/examples/app/cart',
      '/examples/app/cart/2/',
    ])
      expect(await (await ask(path, { headers })).text()).toBe(
        '<title>App</title>',
      );
    expect((await ask('/examples/app/none.js')).status).toBe(404);
    expect((await ask('/examples/shop/cart', { headers })).status).toBe(404);
    expect(await (await ask('/examples/app/app.js', { headers })).text()).toBe(
      '1',
    );
  });

  it.each([
    '/examples/shop/.env',
    '/examples/shop/%2eenv',
    '/examples/shop/link.txt',
    '/examples/shop/away/secret.txt',
    '/examples/..%2fsecret.txt',
    '/examples/shop%2f..%2f..%2fsecret.txt',
    '/examples/shop/..%5c..%5csecret.txt',
    '/examples//secret.txt',
    '/examples/%00',
  ])('[GH7] %s is not found', async (path) => {
    const response = await ask(path, { headers: { Accept: 'text/html' } });
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('SECRET');
  });

  it('[GH8] pages of this machine may send events, others may not', async () => {
    for (const Origin of [
      'http://127.0.0.1:4700',
      'http://localhost:8080',
      'http://[::1]',
      'https://app.localhost',
    ])
      expect(
        (await send(batch({ visitorId: Origin }), { Origin })).status,
      ).toBe(204);
    for (const Origin of [
      'https://shop.example',
      'http://127.0.0.1.evil.example',
      'http://localhost.evil.example',
      'http://evil.example/localhost',
      'file://',
    ])
      expect((await send(batch(), { Origin })).status).toBe(403);
    expect(await events()).toHaveLength(4);
  });

  it('[GH8] everybody is online', async () => {
    const response = await ask('/v1/sites/acme/availability?skills=any');
    expect(await response.json()).toEqual({ skills: { any: 'online' } });
  });
});

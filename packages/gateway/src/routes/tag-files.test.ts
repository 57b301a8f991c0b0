import { access, rm } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openGateway } from '../testing/open-gateway.ts';
import { CHUNK, CORE } from '../testing/workspace.ts';

// A gateway starts a thread: a second, on a busy machine several.
vi.setConfig({ testTimeout: 60_000 });

const { ask, workspace, stop } = await openGateway();
afterAll(stop);

const headersOf = async (
  path: string,
  headers: Record<string, string> = {},
) => {
  const response = await ask(path, { headers });
  return { status: response.status, ...Object.fromEntries(response.headers) };
};

describe('the tag’s files', () => {
  it.each([
    ['/beckon.js', CORE, 'public, max-age=60, stale-while-revalidate=600'],
    ['/v/0.1.0/beckon.js', CORE, 'public, max-age=31536000, immutable'],
    ['/assets/window-3f9a.js', CHUNK, 'public, max-age=31536000, immutable'],
  ])('[GW1, LD5] %s is served and cached', async (path, content, caching) => {
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(content);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': caching,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'timing-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
      'content-length': String(content.length),
    });
  });

  it('[GH5] each encoding is the same file, with an ETag of its own', async () => {
    const ask1 = async (encoding: string) => {
      const headers = { 'Accept-Encoding': encoding };
      const response = await ask('/beckon.js', { headers });
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { response, bytes, etag: response.headers.get('ETag') };
    };
    const [br, gzip, plain] = await Promise.all(['br', 'gzip', ''].map(ask1));
    expect(br?.response.headers.get('Content-Encoding')).toBe('br');
    expect(gzip?.response.headers.get('Content-Encoding')).toBe('gzip');
    expect(plain?.response.headers.has('Content-Encoding')).toBe(false);
    expect(brotliDecompressSync(br?.bytes ?? '').toString()).toBe(CORE);
    expect(gunzipSync(gzip?.bytes ?? '').toString()).toBe(CORE);
    expect(new Set([br?.etag, gzip?.etag, plain?.etag]).size).toBe(3);
    for (const { etag } of [br, gzip, plain].flatMap((each) => each ?? []))
      expect(etag).toMatch(/^"[\w-]+"$/);
  });

  it('[GH5] who has the encoding already gets 304 with what caches need', async () => {
    const accepted = { 'Accept-Encoding': 'br' };
    const first = await headersOf('/beckon.js', accepted);
    const etag = String(
      Object.entries(first).find(([name]) => name === 'etag')?.[1],
    );
    const again = await ask('/beckon.js', {
      headers: { ...accepted, 'If-None-Match': `"x", W/${etag}` },
    });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(Object.fromEntries(again.headers)).toMatchObject({
      etag,
      'cache-control': 'public, max-age=60, stale-while-revalidate=600',
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      vary: 'Accept-Encoding',
    });
    const other = await ask('/beckon.js', {
      headers: { 'Accept-Encoding': 'gzip', 'If-None-Match': etag },
    });
    expect(other.status).toBe(200);
  });

  it('[GH5] HEAD has the headers of GET and no body', async () => {
    const headers = { 'Accept-Encoding': 'br' };
    const [head, get] = await Promise.all([
      ask('/beckon.js', { method: 'HEAD', headers }),
      ask('/beckon.js', { headers }),
    ]);
    expect(await head.text()).toBe('');
    expect(head.status).toBe(200);
    const without = (response: Response) =>
      [...response.headers].filter(([name]) => name !== 'x-request-id');
    expect(without(head)).toEqual(without(get));
    expect(Number(head.headers.get('Content-Length'))).toBeGreaterThan(0);
  });

  it('[LD5] a new build is served at once, with another ETag', async () => {
    await workspace.write('dist/assets/core-1.js', CORE);
    const before = await ask('/assets/core-1.js');
    await workspace.write('dist/assets/core-1.js', `${CORE}//`);
    const after = await ask('/assets/core-1.js');
    expect(await after.text()).toBe(`${CORE}//`);
    expect(after.headers.get('ETag')).not.toBe(before.headers.get('ETag'));
  });

  it('[LD5] what the next build has no more is served from what was kept', async () => {
    await rm(workspace.path('dist/assets/window-3f9a.js'));
    await rm(workspace.path('dist/v/0.1.0/beckon.js'));
    const chunk = await ask('/assets/window-3f9a.js');
    expect(await chunk.text()).toBe(CHUNK);
    const release = await ask('/v/0.1.0/beckon.js');
    expect(await release.text()).toBe(CORE);
    expect(release.headers.get('Cache-Control')).toContain('immutable');
  });

  it('[LD5] a build that is replaced while it runs was kept', async () => {
    await workspace.write('dist/assets/brief-1.js', 'brief');
    await workspace.write('dist/manifest.json', {});
    await vi.waitFor(
      () => access(workspace.path('data/releases/assets/brief-1.js')),
      { timeout: 20_000 },
    );
    await rm(workspace.path('dist/assets/brief-1.js'));
    const response = await ask('/assets/brief-1.js');
    expect(await response.text()).toBe('brief');
  });

  it('[GH7] what is no file of the tag is not found, and not kept by caches', async () => {
    for (const path of [
      '/assets/none.js',
      '/assets/',
      '/assets',
      '/assets/core-1.js/',
      '/v/9.9.9/beckon.js',
      '/v/0.1.0/other.js',
      '/v/%2e%2e%2f%2e%2e/beckon.js',
      '/v/..%2fassets/beckon.js',
      '/manifest.json',
      '/snippet.html',
      '/assets/..%2f..%2fsecret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/examples/shop/index.html',
      '/',
    ]) {
      const response = await ask(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(response.headers.get('Cache-Control')).toBe('no-store');
      expect(await response.json()).toMatchObject({ code: 'not-found' });
    }
  });
});

import { afterAll, describe, expect, it, vi } from 'vitest';
import { codeOf, openTarget, PAGE_HEADERS } from './testing/open-target.ts';
import { rawGet, rawRequest } from './testing/raw-request.ts';
import { batch, ORIGIN } from './testing/workspace.ts';

vi.setConfig({ testTimeout: 60_000 });

const target = await openTarget();
const { base, child, ended, post } = target;
afterAll(target.stop);

describe('hostile requests', () => {
  it.each([
    '/assets/../../secret.txt',
    '/assets/../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%252f..%252fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/..%c0%af..%c0%afsecret.txt',
    '/assets/%uff0e%uff0e/secret.txt',
    '/assets//../../secret.txt',
    '/assets/....//....//secret.txt',
    '/assets/..;/..;/secret.txt',
    '/assets/%00/../../secret.txt',
    '/assets/window-3f9a.js%00.txt',
    '/examples/../secret.txt',
    '/examples/shop/..%2f..%2fsecret.txt',
    '/examples/%2e%2e%2fsecret.txt',
    '/examples/shop/%2e%2e%5c%2e%2e%5csecret.txt',
    '/v/../secret.txt',
    '/v/%2e%2e%2f../beckon.js',
    '/examples/%2fetc%2fpasswd',
    '//etc/passwd',
    'http://evil.example/assets/..%2f..%2fsecret.txt',
  ])('[GH7] GET %s finds nothing', async (path) => {
    const { status, head, body } = await rawGet(base, path);
    expect([400, 404]).toContain(status);
    expect(head).toContain('application/problem+json');
    expect(body).not.toMatch(/SECRET|root:/);
  });

  it('[GW5] wrong and missing origins get nothing, at the port too', async () => {
    expect(
      await codeOf(
        await post(JSON.stringify(batch()), { Origin: 'https://evil.example' }),
      ),
    ).toBe('origin-not-allowed');
    const { Origin: _, ...without } = PAGE_HEADERS;
    const response = await fetch(`${base}/v1/sites/acme/events`, {
      method: 'POST',
      body: '{}',
      headers: without,
    });
    expect(await codeOf(response)).toBe('origin-missing');
  });

  it('[GH12] headers cannot be injected', async () => {
    const { head } = await rawRequest(
      base,
      `POST /v1/sites/acme/events HTTP/1.1\r\nHost: x\r\nOrigin: http://localhost%0d%0aX-Evil: 1\r\nX-Request-Id: a%0d%0aX-Evil: 1\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
    );
    expect(head.toLowerCase()).not.toContain('x-evil');
    const found = await rawGet(base, '/examples/shop%0d%0aX-Evil:%201');
    expect(found.head.toLowerCase()).not.toContain('x-evil');
    const folder = await rawGet(base, '/examples/shop');
    expect(folder.head).toContain('/examples/shop/');
  });

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['no Host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    [
      'a Host that is none',
      'GET /healthz HTTP/1.1\r\nHost: a b/@c\r\nConnection: close\r\n\r\n',
      400,
    ],
    [
      'two lengths',
      'POST /v1/sites/acme/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
      400,
    ],
    [
      'length and chunks',
      'POST /v1/sites/acme/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'broken chunks',
      `POST /v1/sites/acme/events HTTP/1.1\r\nHost: x\r\nOrigin: ${ORIGIN}\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
      400,
    ],
    [
      'a long header',
      `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    [
      'a long address',
      `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      431,
    ],
    [
      'a folded header',
      'GET /healthz HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\nConnection: close\r\n\r\n',
      400,
    ],
    [
      'a backslash',
      'GET /assets\\..\\secret.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      400,
    ],
  ])('[GH12] %s', async (name, text, status) => {
    const answer = await rawRequest(base, text);
    expect([name, answer.status]).toEqual([name, status]);
    expect(answer.head).toContain('application/problem+json');
    expect(answer.body).not.toMatch(/\bat .*\.[jt]s|node_modules|Error/);
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

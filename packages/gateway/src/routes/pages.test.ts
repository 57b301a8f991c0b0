import { afterAll, beforeAll, expect, it } from 'vitest';
import { openGateway, type OpenGateway } from '../testing/open-gateway.ts';

let open: OpenGateway;
beforeAll(async () => {
  open = await openGateway();
}, 60_000);
afterAll(() => open.stop());

it('[GH20] pages that the build has not made are not there', async () => {
  expect((await open.ask('/agent')).status).toBe(404);
  expect((await open.ask('/w/acme')).status).toBe(404);
  expect((await open.ask('/w/nobody')).status).toBe(404);
});

it('[GH20] the window’s page loads its script and nothing else', async () => {
  const entry = { bytes: 1, gzip: 1, brotli: 1 };
  await open.workspace.write('dist/manifest.json', {
    core: { file: 'beckon.js', integrity: 'sha384-x', ...entry },
    'window-page': {
      file: 'assets/page-1a.js',
      integrity: 'sha256-abc=',
      ...entry,
    },
  });
  const answer = await open.ask('/w/acme', {
    headers: { Host: 'beckon.example' },
  });
  const text = await answer.text();
  expect(text).toContain(
    '<script src="/assets/page-1a.js" integrity="sha256-abc=" crossorigin="anonymous" defer data-site="acme"></script>',
  );
  expect(answer.headers.get('Content-Security-Policy')).toBe(
    "default-src 'none'; script-src 'self'; connect-src 'self' ws://beckon.example wss://beckon.example; img-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types beckon",
  );
  expect(answer.headers.get('X-Frame-Options')).toBe('DENY');
  expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
});

it('[GW5] the console comes with a strict policy', async () => {
  await open.workspace.write(
    'dist/console.html',
    '<!doctype html><title>Desk</title>',
  );
  const answer = await open.ask('/agent');
  expect(await answer.text()).toContain('Desk');
  expect(answer.headers.get('Content-Security-Policy')).toMatch(
    /^default-src 'none'; script-src 'self'; .*style-src 'self'; .*trusted-types 'none'$/,
  );
  expect(answer.headers.get('Cache-Control')).toBe('no-cache');
});

import { rename, rm } from 'node:fs/promises';
import { publishConfig, visitorConfig } from '@beckon/schema';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openGateway } from '../testing/open-gateway.ts';
import { SITE } from '../testing/workspace.ts';

// A thread that publishes starts in a second, on a busy machine in several.
vi.setConfig({ testTimeout: 60_000 });
const soon = { timeout: 50_000 };

const { ask, clock, gateway, logged, workspace, stop } = await openGateway();
afterAll(stop);

const CONFIG = '/v1/sites/acme/config';
const read = async (path = CONFIG) => {
  const response = await ask(path);
  const config = (await response.json()) as Record<string, unknown>;
  return { response, config, etag: response.headers.get('ETag') };
};
const publish = (authored: object) => {
  const result = publishConfig(authored, { now: clock.at });
  return result.status === 'published'
    ? visitorConfig(result.config)
    : undefined;
};

describe('the site config', () => {
  it('[GW1, LD5] the published form is served to any origin for a minute', async () => {
    const { response, config } = await read();
    expect(config).toEqual(JSON.parse(JSON.stringify(publish(SITE))));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, max-age=60, stale-while-revalidate=600',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    });
  });

  it('[GH5] its ETag is made of what it says, and answers 304', async () => {
    const { etag } = await read();
    const headers = { 'If-None-Match': String(etag) };
    expect((await ask(CONFIG, { headers })).status).toBe(304);
    await gateway.reload();
    expect((await ask(CONFIG, { headers })).status).toBe(304);
  });

  it('[GW3] an unknown site is a problem that any origin can read', async () => {
    for (const site of ['none', 'ACME', '__proto__', 'constructor', '%00']) {
      const response = await ask(`/v1/sites/${site}/config`);
      expect(response.status).toBe(404);
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(await response.json()).toMatchObject({ code: 'unknown-site' });
    }
  });

  it('[GH3] a file that changes is published, without being asked', async () => {
    const { etag } = await read();
    await workspace.write('sites/acme/site.json', { ...SITE, enabled: false });
    await vi.waitFor(
      async () => expect((await read()).etag).not.toBe(etag),
      soon,
    );
    expect((await read()).config['enabled']).toBe(false);
  });

  it('[LD6] the kill switch is a config like any other', async () => {
    await workspace.write('sites/acme/site.json', { ...SITE, enabled: false });
    await gateway.reload();
    const { response, config } = await read();
    expect(response.status).toBe(200);
    expect(config['enabled']).toBe(false);
    await workspace.write('sites/acme/site.json', SITE);
    await gateway.reload();
    expect((await read()).config['enabled']).toBe(true);
  });

  it('[GH3] what is refused is logged, and the last good one stays', async () => {
    const { etag } = await read();
    await workspace.write('sites/acme/site.json', {
      ...SITE,
      campains: [],
      controlGroup: 2,
    });
    await gateway.reload();
    expect((await read()).etag).toBe(etag);
    const refused = logged.filter(
      ({ msg }) => msg === 'site config refused; the last good one stays',
    );
    expect(refused.map(({ problems }) => problems)).toContainEqual([
      expect.stringMatching(/controlGroup/),
      expect.stringMatching(/campains/),
    ]);
    await workspace.write('sites/acme/site.json', '{ "version": 1,');
    await gateway.reload();
    expect((await read()).etag).toBe(etag);
    await workspace.write('sites/acme/site.json', SITE);
    await gateway.reload();
  });

  it('[GH3] sites come and go with their files', async () => {
    await workspace.write('sites/shop.site.json', { ...SITE, site: 'shop' });
    await gateway.reload();
    expect((await read('/v1/sites/shop/config')).response.status).toBe(200);
    await rm(workspace.path('sites/shop.site.json'));
    await gateway.reload();
    expect((await read('/v1/sites/shop/config')).response.status).toBe(404);
    expect((await read()).response.status).toBe(200);
  });

  it('[GH3] a site in two files is refused in the second', async () => {
    await workspace.write('sites/zeta/site.json', { ...SITE, enabled: false });
    await gateway.reload();
    expect((await read()).config['enabled']).toBe(true);
    await workspace.write('sites/acme/site.json', 'broken');
    await gateway.reload();
    expect((await read()).config['enabled']).toBe(true);
    await workspace.write('sites/acme/site.json', SITE);
    expect(JSON.stringify(logged)).toMatch(
      /stands in [^"]*acme.site\.json too/,
    );
    await rm(workspace.path('sites/zeta'), { recursive: true });
  });

  it('[GH3] a folder that is gone for a while takes no site with it', async () => {
    await rename(workspace.path('sites'), workspace.path('away'));
    await gateway.reload();
    expect((await read()).response.status).toBe(200);
    await rename(workspace.path('away'), workspace.path('sites'));
  });

  it('[GH3] published anew in another year, it knows later changes of clocks', async () => {
    const hours = {
      timeZone: 'Europe/London',
      hours: { mon: [['09:00', '17:00']] },
    };
    const [sales] = SITE.campaigns;
    await workspace.write('sites/acme/site.json', {
      ...SITE,
      campaigns: [{ ...sales, schedule: hours }],
    });
    await gateway.reload();
    const before = await read();
    clock.at += 3 * 366 * 86_400_000;
    await gateway.reload();
    const after = await read();
    expect(after.config['timeZones']).not.toEqual(before.config['timeZones']);
    expect(after.etag).not.toBe(before.etag);
  });
});

import { describe, expect, it } from 'vitest';
import { ADMIN, BACKENDS } from './testing/backends.ts';
import { useTalk } from './testing/use-talk.ts';
import { SITE } from './testing/workspace.ts';

const PATH = '/v1/sites/acme/config';

interface Answer {
  readonly revision: string;
  readonly code: string;
  readonly problems: readonly string[];
  readonly revisions: readonly { readonly revision: string }[];
}

describe.each(BACKENDS)('on %s', { timeout: 60_000 }, (backend) => {
  const open = useTalk(backend);
  const put = (config: unknown, path = PATH): Promise<Response> =>
    open.admin('PUT', path, config);
  const read = async (response: Response | Promise<Response>) =>
    (await (await response).json()) as Answer;
  const get = (path: string): Promise<Response> =>
    fetch(`${open.url}${path}`, { headers: { Authorization: ADMIN } });
  const revisions = async () =>
    (await read(get(`${PATH}/revisions`))).revisions.map(
      ({ revision }) => revision,
    );
  const served = async () => (await read(get(PATH))).revision;

  it('[GW2] what is published by PUT is served, kept by revision, and rolled back by an older one', async () => {
    const first = await put({ ...SITE, ignoreParams: ['ref'] });
    expect(first.status).toBe(200);
    const { revision } = await read(first);
    expect(await served()).toBe(revision);
    const newer = await read(put({ ...SITE, ignoreParams: ['from'] }));
    expect(newer.revision).not.toBe(revision);
    expect(await served()).toBe(newer.revision);
    // A file of the same site does not count any more.
    await open.gateway.reload();
    expect(await served()).toBe(newer.revision);
    expect(await revisions()).toEqual([newer.revision, revision]);
    const old = await read(get(`${PATH}/revisions/${revision}`));
    expect(await read(put(old))).toMatchObject({ revision });
    expect(await served()).toBe(revision);
    expect(await revisions()).toEqual([revision, newer.revision]);
  });

  it('[GW2] what is refused says all that is wrong, and changes nothing', async () => {
    const before = await served();
    const answer = await put({ ...SITE, session: 'long', consent: 7 });
    expect(answer.status).toBe(400);
    const { code, problems } = await read(answer);
    expect(code).toBe('body-invalid');
    expect(problems.map((each) => each.split(':')[0])).toEqual(
      expect.arrayContaining(['session', 'consent']),
    );
    const others = await read(put(SITE, '/v1/sites/other/config'));
    expect(others.problems).toEqual([expect.stringMatching(/^site: .*"acme"/)]);
    expect(await served()).toBe(before);
  });

  it('[GW2] a site of its own may come by PUT, and strangers publish nothing', async () => {
    const path = '/v1/sites/newcomer/config';
    expect((await get(path)).status).toBe(404);
    const refused = await fetch(`${open.url}${path}`, {
      method: 'PUT',
      body: JSON.stringify({ ...SITE, site: 'newcomer' }),
      headers: { 'Content-Type': 'application/json', Origin: open.url },
    });
    expect(refused.status).toBe(401);
    expect((await fetch(`${open.url}${PATH}/revisions`)).status).toBe(401);
    expect((await put({ ...SITE, site: 'newcomer' }, path)).status).toBe(200);
    expect((await get(path)).status).toBe(200);
  });
});

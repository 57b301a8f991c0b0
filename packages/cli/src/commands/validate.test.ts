import { afterAll, expect, test } from 'vitest';
import { createWorkspace } from '../testing/workspace.ts';

const { beckon, stop } = await createWorkspace();
afterAll(stop);

test('[JR16] a config without problems is ok, with its size', async () => {
  const { code, out, err } = await beckon(['validate', 'site.json']);
  expect(err).toBe('');
  expect(out).toMatch(
    /^ok site\.json: 1 campaign, 1 engagement; published [\d,]+ bytes, [\d,]+ gzipped\n$/m,
  );
  expect(code).toBe(0);
});

test('[JR16] its size is that of what beckon publish writes', async () => {
  const sizes = { rawBytes: expect.any(Number), gzipBytes: expect.any(Number) };
  const validated = await beckon(['validate', 'site.json', '--json']);
  const to = ['--out', 'published.json', '--json'];
  const published = await beckon(['publish', 'site.json', ...to]);
  const { rawBytes, gzipBytes } = JSON.parse(published.out) as typeof sizes;
  expect(JSON.parse(published.out)).toMatchObject(sizes);
  expect(JSON.parse(validated.out)).toMatchObject({ rawBytes, gzipBytes });
});

test('[JR16] every problem is printed with its path, with the nearest key', async () => {
  const { code, out, err } = await beckon(['validate', 'bad-site.json']);
  expect(out).toContain('error controlGroup\n');
  expect(out).toContain('error campains\n');
  expect(out).toContain('Did you mean "campaigns"?');
  expect(err).toBe(
    'Failed to publish site config: bad-site.json has 2 problems. Mend what is listed.\n',
  );
  expect(code).toBe(1);
});

test('[JR14] --json prints one line of JSON, refused or not', async () => {
  const bad = await beckon(['validate', 'bad-site.json', '--json']);
  const good = await beckon(['validate', 'site.json', '--json']);
  expect([bad.code, good.code]).toEqual([1, 0]);
  expect(JSON.parse(bad.out)).toMatchObject({
    ok: false,
    problems: [{ path: 'controlGroup' }, { path: 'campains' }],
  });
  expect(JSON.parse(good.out)).toMatchObject({
    ok: true,
    problems: [],
    campaigns: 1,
    engagements: 1,
  });
});

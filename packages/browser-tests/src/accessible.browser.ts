import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines } from './harness/describe-engines.ts';
import { pageUrl } from './harness/surroundings.ts';

const AXE = await readFile(
  createRequire(import.meta.url).resolve('axe-core'),
  'utf8',
);

/** As the page of all formats names them. */
const FORMATS = [
  'sticky-left',
  'sticky-right',
  'slide-out-left',
  'slide-out-right',
  'toaster-bottom',
  'toaster-top',
  'overlay',
  'overlay-dimmed',
  'corner-right',
  'corner-left',
  'embedded',
];

const SCHEMES = ['light', 'dark'] as const;

// What axe reads is the same in all engines.
describeEngines(['chromium'], (arrive) => {
  test.each(SCHEMES)(
    '[OF6] axe finds nothing wrong with any format, %s',
    async (colorScheme) => {
      const { page } = await arrive({ colorScheme, reducedMotion: 'reduce' });
      const found: string[] = [];
      for (const format of FORMATS)
        for (const words of ['short', 'picture'])
          found.push(...(await inspect(page, format, words)));
      expect(found).toEqual([]);
    },
  );

  test('[OF6] axe finds nothing wrong with Arabic on a page that reads so', async () => {
    const { page } = await arrive({ reducedMotion: 'reduce' });
    const found: string[] = [];
    for (const format of FORMATS)
      found.push(...(await inspect(page, format, 'arabic&direction=rtl')));
    expect(found).toEqual([]);
  });
});

async function inspect(
  page: Page,
  format: string,
  words: string,
): Promise<string[]> {
  // By way of another page: what differs is in the hash alone.
  await page.goto('about:blank');
  await page.goto(pageUrl(`formats/#format=${format}&words=${words}`));
  const host = page.locator('[data-beckon-offer]');
  await host.locator(':visible').first().waitFor();
  const pin = host.locator('.pin');
  const closed = await violations(page);
  if ((await pin.count()) === 0) return closed;
  await pin.click();
  await host.getByRole('region').waitFor();
  return [...closed, ...(await violations(page))];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = (await page.evaluate(
    `axe.run('[data-beckon-offer]')`,
  )) as AxeResults;
  // That it looked at something at all.
  expect(results.passes.length).toBeGreaterThan(0);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${page.url()} ${id} ${html}`),
  );
}

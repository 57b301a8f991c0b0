import { expect, test } from 'vitest';
import { describeEngines, FULL } from './harness/describe-engines.ts';
import { expectNoOffer, expectOffer, offer } from './harness/offers.ts';
import { pageUrl } from './harness/surroundings.ts';

describeEngines(FULL, (arrive) => {
  test.each(['strict/', 'strict/hash.html', 'strict/one-tag.html'])(
    '[HP3] %s: offers are drawn, and the policy reports nothing',
    async (path) => {
      const { page, seen } = await arrive();
      await page.goto(pageUrl(path));
      await expectOffer(page, 'ask');
      await offer(page, 'alloys').locator('img').waitFor();
      await page.locator('#audit').getByText('Audited every spring').waitFor();
      await page.evaluate(`beckon('open')`);
      await expectOffer(page, 'alloys');
      await page.evaluate(`beckon('destroy')`);
      await expectNoOffer(page, 'alloys');
      expect(seen.violations).toEqual([]);
      expect(seen.console).toEqual([]);
      expect(seen.errors).toEqual([]);
    },
  );

  test('[HP3] the policy lets nothing else through', async () => {
    const { page } = await arrive();
    await page.goto(pageUrl('strict/'));
    await expectOffer(page, 'ask');
    const outcome = await page.evaluate(() => {
      const script = document.createElement('script');
      try {
        script.src = 'https://elsewhere.example/x.js';
        return 'let through';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(outcome).toBe('TypeError');
  });
});

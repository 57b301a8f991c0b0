import { expect, test } from 'vitest';
import { describeEngines, FULL } from '../harness/describe-engines.ts';
import { standing } from '../harness/offers.ts';
import { notes, openApp } from './open-app.ts';

describeEngines(FULL, (arrive) => {
  test.each(['beckon.example', 'localhost:4700', 'data:,'])(
    '[NP6] the origin %s is told by an event, and asks for nothing',
    async (origin) => {
      const { page, seen } = await openApp(arrive);
      const before = seen.requests.length;
      await page.evaluate((it) => {
        addEventListener('beckon:problem', (event) =>
          window.notes.push((event as CustomEvent).detail),
        );
        window.app.createBeckon({ site: 'acme', origin: it }).page();
      }, origin);
      const problem = { code: 'bad-arguments', path: 'origin' };
      expect(await notes(page)).toEqual([
        { ...problem, arrived: origin, expected: 'url' },
      ]);
      expect(seen.requests.slice(before)).toEqual([]);
      expect(await standing(page)).toEqual([]);
      expect(seen.errors).toEqual([]);
    },
  );
});

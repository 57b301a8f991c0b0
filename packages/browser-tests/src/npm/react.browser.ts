import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { describeEngines, FULL } from '../harness/describe-engines.ts';
import { expectNoOffer, expectOffer } from '../harness/offers.ts';
import { REACTS } from './bundle-page.ts';
import { asked, notes, openApp, options } from './open-app.ts';

/** Puts an app into the page: `mount(element)` renders it, in StrictMode. */
async function prepare(page: Page): Promise<void> {
  await page.evaluate(`
    const root = app.createRoot(document.body.appendChild(document.createElement('div')));
    window.html = app.React.createElement;
    window.mount = (content) =>
      app.flushSync(() => root.render(html(app.React.StrictMode, null, content)));
  `);
}

describe.each(REACTS)('with %s', (react) => {
  describeEngines(FULL, (arrive) => {
    const open = async () => {
      const visitor = await openApp(arrive, { react });
      await prepare(visitor.page);
      return visitor;
    };
    const run = (page: Page, code: string) =>
      page.evaluate(
        `(() => {
          const { BeckonProvider, React, ...hooks } = app;
          const options = ${JSON.stringify(options())};
          const provider = (...children) =>
            html(BeckonProvider, options, ...children);
          ${code}
        })()`,
      );

    test('[RE3] StrictMode’s second mount begins one tag, and repeats no command', async () => {
      const visitor = await open();
      const { page, seen } = visitor;
      await run(
        page,
        `function Search() {
          hooks.useBeckonAttributes({ type: 'search', keywords: ['pan'] });
          hooks.useBeckonPage({ title: 'Pans', sections: ['cookware'] });
          hooks.useBeckonEvent('attribute', () => notes.push('attribute'));
          hooks.useBeckonEvent('page', ({ title, sections }) =>
            notes.push(title + ' ' + sections), { replay: true });
          hooks.useBeckonConsent({ storage: true });
          return null;
        }
        mount(provider(html(Search)));`,
      );
      await expectOffer(page, 'ask');
      await expect.poll(() => notes(page)).toContain('attribute');
      expect(await notes(page)).toHaveLength(2);
      expect(await notes(page)).toContain('Pans cookware');
      expect(asked(visitor, /beckon\.js/)).toHaveLength(1);
      expect(seen.errors).toEqual([]);
    });

    test('[RE1] what is rendered and thrown away begins nothing', async () => {
      const visitor = await open();
      const { page } = visitor;
      await run(
        page,
        `const never = new Promise(() => {});
        function Waits() { throw never; }
        mount(html(React.Suspense, { fallback: 'waits' },
          provider(html(Waits))));`,
      );
      await page.getByText('waits').waitFor();
      expect(asked(visitor, /./)).toEqual([]);
      expect(await page.evaluate(`'beckon' in window`)).toBe(false);
    });

    test('[RE2] commands of children’s effects come before the provider’s, and wait', async () => {
      const { page } = await open();
      await run(
        page,
        `function Child() {
          const beckon = hooks.useBeckon();
          React.useEffect(() => {
            beckon.on('problem', ({ path }) => notes.push(path));
            beckon('first');
            beckon('second');
          }, [beckon]);
          return null;
        }
        app.createRoot(document.createElement('div')).render(provider(html(Child)));`,
      );
      await expect.poll(() => notes(page)).toEqual(['first', 'second']);
    });

    test('[RE4] the tag ends with the last provider of its site', async () => {
      const visitor = await open();
      const { page } = visitor;
      await run(
        page,
        `mount([provider('a'), provider('b')].map((one, key) =>
        html(React.Fragment, { key }, one)));`,
      );
      await expectOffer(page, 'ask');
      await run(
        page,
        `mount(html(React.Fragment, { key: 1 }, provider('b')));`,
      );
      await page.evaluate(() => new Promise((done) => setTimeout(done)));
      expect(await page.evaluate('typeof beckon')).toBe('function');
      await run(page, `mount(null)`);
      await expectNoOffer(page, 'ask');
      expect(await page.evaluate(`'beckon' in window`)).toBe(false);
      await run(page, `mount(provider('again'))`);
      await expectOffer(page, 'ask');
    });

    test('[RE4] a provider that moves, as a hot reload makes it, keeps the tag', async () => {
      const visitor = await open();
      const { page } = visitor;
      await run(page, `mount(html('p', { key: 1 }, provider('a')))`);
      await expectOffer(page, 'ask');
      await run(page, `mount(html('div', { key: 2 }, provider('a')))`);
      await page.evaluate(() => new Promise((done) => setTimeout(done)));
      await expectOffer(page, 'ask');
      expect(asked(visitor, /beckon\.js/)).toHaveLength(1);
    });

    test('[RE4] a tag that the page made outlives its providers', async () => {
      const { page } = await open();
      await run(page, `app.createBeckon(options); mount(provider('a'));`);
      await expectOffer(page, 'ask');
      await run(
        page,
        `mount(html(BeckonProvider, { beckon: app.createBeckon(options) }));`,
      );
      await run(page, `mount(null)`);
      await page.evaluate(() => new Promise((done) => setTimeout(done)));
      await expectOffer(page, 'ask');
    });

    test('[RE4] another site is another tag, and hooks follow', async () => {
      const { page } = await open();
      await run(
        page,
        `function Child() {
          hooks.useBeckonEvent('ready', ({ site }) => notes.push(site));
          return hooks.useBeckonReady() ? 'is ready' : 'loads';
        }
        window.show = (site) =>
          mount(html(BeckonProvider, { ...options, site }, html(Child)));
        show('fernway-planner');`,
      );
      await page.getByText('is ready').waitFor();
      const shown = await run(
        page,
        `show('fernway-embedded');
        return document.body.textContent;`,
      );
      expect(shown).toContain('loads');
      await page.getByText('is ready').waitFor();
      expect(await notes(page)).toEqual([
        'fernway-planner',
        'fernway-embedded',
      ]);
    });

    test('[RE5] the newest listener hears, and none after it has gone', async () => {
      const { page } = await open();
      await run(
        page,
        `function Hears({ word }) {
          hooks.useBeckonEvent('problem', () => notes.push(word));
          return null;
        }
        window.show = (...words) => mount(provider(...words.map((word) =>
          html(Hears, { key: 'one', word }))));
        show('old');`,
      );
      await expectOffer(page, 'ask');
      await run(page, `show('new'); beckon('no-such-command');`);
      await expect.poll(() => notes(page)).toEqual(['new']);
      await run(
        page,
        `addEventListener('beckon:problem', () => notes.push('told'));
        show(); beckon('no-such-command');`,
      );
      await expect.poll(() => notes(page)).toEqual(['new', 'told']);
    });

    test('[RE6] a page is told of once for each URL, and again when its fields change', async () => {
      const { page } = await open();
      await page.clock.install();
      const told = async () => {
        // The tag settles a route, and completes it for a second (PG3, PG4).
        await page.clock.runFor(1500);
        return notes(page);
      };
      await run(
        page,
        `function Page({ section }) {
          hooks.useBeckonPage({ sections: [section] });
          return null;
        }
        addEventListener('beckon:page', ({ detail }) =>
          notes.push(detail.url.replace(/.*#/, '#') + ' ' + detail.sections));
        window.show = (url, section) => {
          history.pushState({}, '', url);
          mount(provider(html(Page, { section })));
        };
        show('#/a', 'one');`,
      );
      await expect.poll(told).toEqual(['#/a one']);
      await run(page, `show('#/a', 'one');`);
      await run(page, `show('#/b', 'one');`);
      await expect.poll(told).toHaveLength(2);
      await run(page, `show('#/b', 'two');`);
      await expect.poll(told).toHaveLength(3);
      expect((await told())[2]).toBe('#/b two');
    });

    test('[API1] fields that no JSON can hold leave the app standing, and are told once', async () => {
      const { page, seen } = await open();
      await run(
        page,
        `const circle = { type: 'error', code: 'round' };
        circle.self = circle;
        function Odd({ total }) {
          hooks.useBeckonAttributes({ type: 'cart', total, numItems: 2 });
          hooks.useBeckonPage({ sections: ['odd'], attributes: circle });
          return 'stands at ' + total;
        }
        window.heard = [];
        addEventListener('beckon:attribute', ({ detail }) =>
          heard.push(detail.attribute.type));
        addEventListener('beckon:problem', ({ detail }) =>
          notes.push(detail.path));
        window.show = (total) => mount(provider(html(Odd, { total })));
        show(5n);`,
      );
      await expect
        .poll(() => page.evaluate('heard'))
        .toEqual(['cart', 'error']);
      await run(page, `show(5n); show(6n);`);
      await expect
        .poll(() => page.evaluate('heard'))
        .toEqual(['cart', 'error', 'cart']);
      await page.getByText('stands at 6').waitFor();
      expect(await notes(page)).toEqual(['total', 'self', 'total']);
      expect(seen.errors).toEqual([]);
    });

    test('[RE7] without a provider nothing happens', async () => {
      const visitor = await open();
      await run(
        visitor.page,
        `function Alone() {
          const beckon = hooks.useBeckon();
          hooks.useBeckonPage({ title: 'Alone' });
          hooks.useBeckonEvent('page', () => notes.push('page'));
          React.useEffect(() => beckon.open(), [beckon]);
          return hooks.useBeckonReady() ? 'is ready' : 'is not';
        }
        mount(html(Alone));`,
      );
      await visitor.page.getByText('is not').waitFor();
      expect(asked(visitor, /./)).toEqual([]);
      expect(visitor.seen.errors).toEqual([]);
    });
  });
});

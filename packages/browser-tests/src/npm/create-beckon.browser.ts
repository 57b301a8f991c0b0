import { createSnippet } from '@beckon/loader';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeEngines, FULL } from '../harness/describe-engines.ts';
import { expectNoOffer, expectOffer, standing } from '../harness/offers.ts';
import { DIST } from '../harness/paths.ts';
import { readStored } from '../harness/read-stored.ts';
import { pageUrl, surroundings } from '../harness/surroundings.ts';
import { addApp, asked, notes, openApp, options } from './open-app.ts';

const GATEWAY = /./;

const [RELEASE = ''] = readdirSync(`${DIST}v`);

describeEngines(FULL, (arrive) => {
  test('[LD3] createBeckon is enough, and importing it does nothing', async () => {
    const visitor = await openApp(arrive);
    expect(asked(visitor, GATEWAY)).toEqual([]);
    expect(await visitor.page.evaluate(`'beckon' in window`)).toBe(false);
    await visitor.page.evaluate((it) => {
      window.app.createBeckon(it);
    }, options());
    await expectOffer(visitor.page, 'ask');
    expect(asked(visitor, /beckon\.js/)).toHaveLength(1);
    expect(asked(visitor, /\/config/)).toHaveLength(1);
    expect(visitor.seen.errors).toEqual([]);
  });

  test('[NP7] where there are no Trusted Types, chunks come all the same', async () => {
    const visitor = await openApp(arrive, {
      before: 'delete window.trustedTypes',
    });
    const { page } = visitor;
    expect(await page.evaluate('typeof trustedTypes')).toBe('undefined');
    await page.evaluate((it) => {
      window.app.createBeckon(it);
    }, options());
    await expect
      .poll(() => readStored(visitor))
      .toContain('localStorage beckon-fernway-planner');
  });

  test('[API1] commands given at once wait for the core, and run in order', async () => {
    const { page } = await openApp(arrive);
    await page.evaluate((it) => {
      const beckon = window.app.createBeckon(it);
      beckon.on('attribute', ({ attribute }) => {
        if ('keywords' in attribute) window.notes.push(attribute.keywords?.[0]);
      });
      beckon.on('problem', ({ path }) => window.notes.push(path));
      beckon.attributes({ type: 'search', keywords: ['one'] });
      (beckon as (name: string) => void)('no-such-command');
      beckon('attributes', { type: 'search', keywords: ['two'] });
    }, options());
    await expect
      .poll(() => notes(page))
      .toEqual(['one', 'no-such-command', 'two']);
  });

  test('[API2] what listeners are told is frozen', async () => {
    const { page } = await openApp(arrive);
    await page.evaluate((it) => {
      window.app.createBeckon(it).on('offer', (event) => {
        window.notes.push(`${event.phase} ${Object.isFrozen(event)}`);
      });
    }, options());
    await expect.poll(() => notes(page)).toContain('display true');
  });

  test('[NP2] listening ends by what it gave, and by off', async () => {
    const { page } = await openApp(arrive);
    await page.evaluate((it) => {
      const beckon = window.app.createBeckon(it);
      const hear = () => window.notes.push('off');
      beckon.on('attribute', hear);
      beckon.off('attribute', hear);
      beckon.on('attribute', () => window.notes.push('stopped'))();
      beckon.once('attribute', () => window.notes.push('never'))();
      beckon.once('attribute', () => window.notes.push('once'));
      beckon.attributes({ type: 'search', keywords: ['one'] });
      beckon.attributes({ type: 'search', keywords: ['two'] });
      addEventListener('beckon:attribute', () => window.notes.push('told'));
    }, options());
    await expect.poll(() => notes(page)).toEqual(['once', 'told', 'told']);
  });

  test('[NP3] a site has one tag on a page, whoever asks for it', async () => {
    const visitor = await openApp(arrive);
    const { page } = visitor;
    await page.evaluate((it) => {
      const { createBeckon } = window.app;
      const first = createBeckon(it);
      window.notes.push(
        first === createBeckon({ ...it, origin: `${it.origin}/` }),
      );
    }, options());
    // A second copy of the package, as a hot reload or another bundle brings.
    await addApp(page);
    await page.evaluate((it) => {
      window.app.createBeckon(it).ready(() => window.notes.push('ready'));
    }, options());
    await expect.poll(() => notes(page)).toEqual(['ready']);
    expect(asked(visitor, /beckon\.js/)).toHaveLength(1);
    await expect.poll(() => standing(page)).toEqual(['ask']);
  });

  test('[NP3] on a page with the snippet it is the snippet’s tag', async () => {
    const visitor = await openApp(arrive, { url: pageUrl('planner/') });
    const { page } = visitor;
    await page.evaluate((it) => {
      const beckon = window.app.createBeckon(it);
      beckon.ready(() => window.notes.push('ready'));
      beckon.attributes({ type: 'search', keywords: ['pan'] });
    }, options());
    await expect.poll(() => notes(page)).toEqual(['ready']);
    expect(asked(visitor, /beckon\.js/)).toHaveLength(1);
    await page.evaluate((it) => {
      window.app.createBeckon(it).destroy();
    }, options());
    await expectNoOffer(page, 'ask');
    expect(await page.evaluate(`'beckon' in window`)).toBe(false);
  });

  test.each(['beckon.js', `v/${RELEASE}/beckon.js`])(
    '[NP1, NP3] on a page with the one tag, %s, it is that tag',
    async (path) => {
      const visitor = await openApp(arrive);
      const { page } = visitor;
      await page.evaluate(
        ([src, site]) => {
          const script = document.createElement('script');
          script.dataset['site'] = site;
          script.src = src;
          document.head.append(script);
        },
        [`${surroundings.gateway}/${path}`, options().site] as const,
      );
      await expectOffer(page, 'ask');
      await page.evaluate((it) => {
        window.app.createBeckon(it).ready(() => window.notes.push('ready'));
      }, options());
      await expect.poll(() => notes(page)).toEqual(['ready']);
      expect(asked(visitor, /beckon\.js/)).toEqual([`/${path}`]);
      expect(asked(visitor, /\/config/)).toHaveLength(1);
      expect(await standing(page)).toEqual(['ask']);
    },
  );

  test('[NP3] the snippet’s tag is found whatever its site is called', async () => {
    const { page } = await openApp(arrive);
    const pots = { site: 'Pots & pans', origin: options().origin };
    const snippet = createSnippet(pots).replace(/<\/?script>/g, '');
    const kept = await page.evaluate(
      `${snippet}
      app.createBeckon(${JSON.stringify(pots)}).page({ title: 'Pots' });
      beckon.q.length`,
    );
    expect(kept).toBe(1);
  });

  test('[NP3] two sites are two tags; what the page has under the name stays', async () => {
    const visitor = await openApp(arrive);
    const { page } = visitor;
    await page.evaluate((it) => {
      Object.assign(window, { beckon: 'mine' });
      const { createBeckon } = window.app;
      createBeckon(it).ready(({ site }) => window.notes.push(site));
      createBeckon({ ...it, site: 'fernway', name: 'shop' }).ready(({ site }) =>
        window.notes.push(site),
      );
    }, options());
    await expect
      .poll(async () => new Set(await notes(page)))
      .toEqual(new Set(['fernway', 'fernway-planner']));
    expect(await page.evaluate('[beckon, typeof shop]')).toEqual([
      'mine',
      'function',
    ]);
  });
});

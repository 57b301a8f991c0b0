import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { createEngine, createState, type CreateModules } from './index.ts';
import { createModules } from './modules.ts';
import { offer, publish } from './testing/site.ts';

/** The modules as a tag loads them: in a file that shares nothing with the
 * engine's. */
async function loadApart(): Promise<CreateModules> {
  const { outputFiles } = await build({
    entryPoints: [new URL('modules.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'esm',
  });
  const [file] = outputFiles;
  const loaded = (await import(
    `data:text/javascript;base64,${Buffer.from(file?.contents ?? []).toString('base64')}`
  )) as { readonly createModules: CreateModules };
  return loaded.createModules;
}

const audiences = {
  gifts: { all: [{ type: 'search-keywords', matches: [{ exact: 'gift' }] }] },
  young: { all: [{ type: 'age', range: [18, 30] }] },
  partners: { all: [{ type: 'referrer', matches: [{ contains: 'partner' }] }] },
};
const config = publish([offer('it'), offer('other')], {
  audiences,
  selection: 'weighted',
  controlGroup: 0.4,
  campaign: {
    audiences: Object.keys(audiences),
    goal: { type: 'page', url: [{ contains: '/thanks' }] },
  },
});

/** All that modules have a hand in, over a few visits. */
function follow(modules: CreateModules) {
  return Array.from({ length: 20 }, (_, i) => {
    const state = createState(`visitor-${i}`);
    const engine = createEngine(config, state, modules);
    const other = createEngine(config, createState('x'), modules);
    const seen = ['/?q=gift', '/a', '/thanks'].map((path, nth) => {
      const at = 1e12 + nth * 1000;
      const url = `https://shop.example${path}`;
      engine.apply({ type: 'page', tab: 'a', at, by: 'load', url });
      other.apply({ type: 'page', tab: 'b', at, by: 'load', url: `${url}#` });
      return engine.decide('a').offers;
    });
    return { seen, goals: state.session.goals };
  });
}

test('modules in a file of their own do what they do beside the engine', async () => {
  const together = follow(createModules);
  expect(together.some(({ seen }) => seen[0]?.['left'])).toBe(true);
  expect(together.some(({ seen }) => !seen[0]?.['left'])).toBe(true);
  expect(together[0]?.goals).toEqual({ sales: null });
  expect(follow(await loadApart())).toEqual(together);
});

// @vitest-environment happy-dom
import axe from 'axe-core';
import { beforeAll, expect, test } from 'vitest';
import { SCENES } from '../../demo/scenes.ts';
import { drawDesk } from '../testing/draw-desk.ts';

beforeAll(() => {
  // happy-dom lays nothing out.
  Element.prototype.scrollTo = () => {};
  document.documentElement.lang = 'en';
  document.title = 'Beckon';
});

/** Names, roles, structure: colours and sizes are looked at in a browser. */
async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document, {
    rules: { 'color-contrast': { enabled: false } },
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const MAIN = ['login', 'away', 'queue', 'preview', 'talk', 'over'];

/** axe takes seconds where others have the machine. */
const PATIENCE_MS = 60_000;

test.each(MAIN)(
  '[CS23] axe finds nothing in %s',
  async (name) => {
    const { agent, frames, selected } = SCENES[name] ?? { frames: [] };
    const desk = await drawDesk(agent ?? frames);
    await desk.does(() => desk.model.actions.select(selected));
    expect(await violations()).toEqual([]);
  },
  PATIENCE_MS,
);

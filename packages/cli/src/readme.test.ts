import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { chat, site } from './testing/play.ts';
import { createWorkspace } from './testing/workspace.ts';

const { beckon, folder, stop } = await createWorkspace();
afterAll(stop);

/** The code blocks of the README: the journey, and what the commands print. */
async function readBlocks(): Promise<string[]> {
  const url = new URL('../README.md', import.meta.url);
  const text = await readFile(url, 'utf8');
  return [...text.matchAll(/```(?:json)?\n(.*?)```/gs)].map(
    ([, block = '']) => block,
  );
}

test('[JR14] the README shows what the commands print', async () => {
  const [journey = '', commands = ''] = await readBlocks();
  const config = site(
    [chat('cart-help', { entryPoints: ['cart'], behaviors: ['big-cart'] })],
    {
      behaviors: {
        'big-cart': { all: [{ type: 'cart-value', between: [50, 100] }] },
      },
    },
  );
  await mkdir(join(folder, 'journeys'));
  await writeFile(join(folder, 'journeys/cart.json'), journey);
  await writeFile(join(folder, 'shop.json'), JSON.stringify(config));
  const tested = await beckon(['test', 'shop.json', 'journeys/cart.json']);
  const explained = await beckon(
    'explain shop.json journeys/cart.json --at 2 --engagement cart-help'.split(
      ' ',
    ),
  );
  const printed = (tested.out + explained.out).split('\n');
  const shown = commands
    .split('\n')
    .filter((line) => !line.startsWith('$') && line.trim() !== '…');
  expect(shown.length).toBeGreaterThan(4);
  expect(printed).toEqual(expect.arrayContaining(shown));
});

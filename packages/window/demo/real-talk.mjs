/*
 * A whole talk against a real gateway, both sides: a visitor in Chromium, an
 * agent by frames. `node packages/window/demo/real-talk.mjs`
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { logIn } from './agent.mjs';
import { serveFolder } from './serve-folder.mjs';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../../..');
const SITE = process.argv[2] ?? 'fernway';

const folder = await mkdtemp(join(tmpdir(), 'beckon-window-'));
const gateway = await startGateway();
const pages = join(folder, 'page');
await build({
  entryPoints: [join(HERE, 'real.ts')],
  bundle: true,
  format: 'iife',
  target: 'es2020',
  outfile: join(pages, 'real.js'),
  logLevel: 'warning',
});
await writeFile(
  join(pages, 'index.html'),
  '<!doctype html><html lang="en"><title>Shop</title><script src="real.js" defer></script><h1>Shop</h1>',
);
const site = await serveFolder(pages);
const url = (more = '') =>
  `${site.origin}?site=${SITE}&gateway=${gateway.url}${more}`;
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const step = (/** @type {string} */ name) => console.log('·', name);

try {
  const agent = await logIn(() => gateway.url);
  for (const way of ['', '&blocked']) {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.on('pageerror', (error) => console.log('page:', error.message));
    page.setDefaultTimeout(15_000);
    await page.goto(url(way));
    await page.evaluate(() =>
      window.win.open({ message: 'Hello, is anybody there?' }),
    );
    const { conversationId } = await agent.next(
      (frame) => frame.type === 'offered',
    );
    step(`offered ${way || 'by socket'}`);
    await page.locator('.queue').waitFor();
    agent.send({ type: 'accept', conversationId });
    await page.getByText('joined').waitFor();
    agent.say(conversationId, 'Hello, **Robin** here.');
    await page.locator('.bubble strong').waitFor();
    step('the agent answered');
    await page.locator('textarea').fill('My card is 4111 1111 1111 1111');
    await page.locator('textarea').press('Enter');
    const said = await agent.next((frame) =>
      frame.body?.content?.text?.startsWith('My card'),
    );
    assert.equal(said.body.content.text, 'My card is **** **** **** ****');
    agent.send({ type: 'read', conversationId, seq: said.seq });
    await page.locator('.ticks.read').last().waitFor();
    step('masked, stored, read');
    agent.send({ type: 'typing', conversationId, active: true });
    await page.locator('.dots').waitFor();
    await page.locator('textarea').fill('I leave in the middle of');
    await agent.next((frame) => frame.type === 'typing' && frame.active);
    await page.locator('textarea').fill('Sent, and gone at once');
    await page.locator('textarea').press('Enter');
    await page.goto(url(`${way}&next`));
    await page.locator('.own .bubble', { hasText: 'gone at once' }).waitFor();
    await agent.next(
      (frame) => frame.body?.content?.text === 'Sent, and gone at once',
    );
    step('the talk goes on on the next page');
    if (!way) {
      const second = await context.newPage();
      await second.goto(url('&second'));
      await second.locator('.launcher').click();
      await second.locator('.bubble', { hasText: 'gone at once' }).waitFor();
      const sockets = await gateway.sockets();
      await page.close();
      agent.say(conversationId, 'Are you still there?');
      await second.locator('.bubble', { hasText: 'still there' }).waitFor();
      step(`another tab took over (gateway: ${sockets})`);
      await second.locator('textarea').fill('Yes');
      await gateway.kill();
      await second.locator('textarea').press('Enter');
      await second.getByText('Reconnecting').waitFor();
      await gateway.restart();
      await agent.back();
      await agent.next((frame) => frame.body?.content?.text === 'Yes');
      await second
        .locator('.own .bubble.sending')
        .waitFor({ state: 'detached' });
      step('a gateway that was killed lost nothing');
      agent.send({ type: 'end', conversationId });
      await second.locator('.ended').waitFor();
    } else {
      agent.send({ type: 'end', conversationId });
      await page.locator('.ended').waitFor();
    }
    step('ended');
    await context.close();
  }
} finally {
  await browser.close();
  await site.stop();
  await gateway.kill();
}

async function startGateway() {
  /** @type {import('node:child_process').ChildProcess} */
  let child;
  let port = 0;
  const handle = { url: '', kill, restart, sockets };
  async function restart() {
    child = spawn(
      process.execPath,
      [join(ROOT, 'packages/gateway/bin/beckon-gateway.js'), '--demo'],
      {
        cwd: ROOT,
        env: {
          ...process.env,
          PORT: String(port),
          BECKON_DATA: join(folder, 'data'),
          BECKON_EXAMPLES: './examples,./dist/examples',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.includes('"listening"')) continue;
      handle.url = JSON.parse(line).url.replace(/\/$/, '');
      port = Number(new URL(handle.url).port);
      break;
    }
    child.stdout.resume();
  }
  async function kill() {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  async function sockets() {
    const text = await (await fetch(`${handle.url}/metrics`)).text();
    return text
      .split('\n')
      .filter((line) => /socket/.test(line) && !line.startsWith('#'))
      .join('; ');
  }
  await restart();
  return handle;
}

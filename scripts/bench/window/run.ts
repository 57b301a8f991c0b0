import { CHROMIUM_ARGS } from '../../../packages/browser-tests/src/harness/chromium-args.ts';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { chromium } from 'playwright';
import { findChromium } from '../tag/browser/find-chromium.ts';
import { findBuilt } from '../tag/serve/built.ts';
import { serve } from '../tag/serve/serve.ts';
import { visit, type Measures, type Way } from './browser/visit.ts';
import { readOptions, type Options } from './options.ts';
import { print, summarize } from './report/print.ts';
import { makePages, type BenchPage } from './serve/pages.ts';
import { startGateway } from './serve/start-gateway.ts';

const WAYS: readonly Way[] = ['tap', 'hover'];

// What was started ends with the process: that takes an exit.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => process.exit(1));

void bench(readOptions(process.argv.slice(2)));

async function bench({ isJson, loads, slowDown }: Options): Promise<void> {
  const built = findBuilt();
  const shop = await serve();
  const gateway = await startGateway(built, shop.origin);
  const snippet = readFileSync(`${built}/snippet.html`, 'utf8');
  const pages = makePages(snippet, gateway.origin);
  for (const { html, path } of Object.values(pages))
    shop.answers.set(path, { type: 'text/html; charset=utf-8', body: html });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...CHROMIUM_ARGS],
  });
  const about = `Chromium ${browser.version()}, ${slowDown}x CPU slow-down, ${loads} loads in turn; the machine's load is ${loadavg()[0]?.toFixed(1)}`;
  if (!isJson) console.log(`${about}.`);
  const go = ({ path, target }: BenchPage, way: Way) =>
    visit(browser, { url: shop.origin + path, target, way, slowDown });
  const courses = WAYS.map((way) => ({
    way,
    window: [] as Measures[],
    floor: [] as Measures[],
  }));
  const goRound = async (isCounted: boolean) => {
    for (const { floor, way, window } of courses) {
      const ofPage = await go(pages.bare, way);
      const ofWindow = await go(pages.beckon, way);
      if (isCounted) floor.push(ofPage);
      if (isCounted) window.push(ofWindow);
    }
  };
  try {
    // Not counted: there servers and browser warm up.
    await goRound(false);
    for (let round = 0; round < loads; round++) await goRound(true);
    const summaries = courses.map(summarize);
    if (isJson) console.log(JSON.stringify({ about, summaries }, null, 2));
    else for (const each of summaries) print(each, slowDown === 4);
  } finally {
    await browser.close();
    await gateway.stop();
    await shop.stop();
  }
}

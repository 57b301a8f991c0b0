import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { launch } from './browser/launch.ts';
import { LOOPBACK, SLOW } from './browser/profile.ts';
import type { Contestant } from './contestants/contestant.ts';
import { createPeers, listContestants, SIZES } from './contestants/list.ts';
import { readOptions, type Options } from './options.ts';
import { judge } from './report/bars.ts';
import { printBars, printRows } from './report/print.ts';
import { summarize } from './report/summarize.ts';
import { runRounds } from './rounds.ts';
import { findBuilt } from './serve/built.ts';
import { startGateway } from './serve/gateway.ts';
import { PAGE_PATH } from './serve/make-bench-site.ts';
import { makePage, PAGE_CSS } from './serve/make-page.ts';
import { serve } from './serve/serve.ts';

// What was started ends with the process: that takes an exit.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => process.exit(1));

void bench(readOptions(process.argv.slice(2)));

async function bench(options: Options): Promise<void> {
  const { isJson, loads, only, slowDown, watchMs } = options;
  const built = findBuilt();
  const snippet = readFileSync(`${built}/snippet.html`, 'utf8');
  const shop = await serve();
  const endpoint = await serve();
  const peers = await createPeers(endpoint.origin);
  for (const { answers } of peers)
    for (const [path, answer] of Object.entries(answers))
      endpoint.answers.set(path, answer);
  const gateway = await startGateway(built, shop.origin, SIZES);
  const browser = await launch();
  try {
    const contestants = listContestants(snippet, gateway.origin, peers).filter(
      ({ name }) => !only[0] || only.includes(name),
    );
    const missing = only.filter(
      (name) => !contestants.some((each) => each.name === name),
    );
    if (missing[0])
      throw new Error(`Failed to find ${missing.join(' · ')} among the pages.`);
    shop.answers.set('/page.css', PAGE_CSS);
    const urlOf = (contestant: Contestant) => {
      shop.answers.set(PAGE_PATH, makePage(contestant.head));
      return shop.origin + PAGE_PATH;
    };
    const load = loadavg()[0]?.toFixed(1);
    const about = `Chromium ${browser.version()}, ${slowDown}x CPU slow-down, ${loads} loads of each page in turn, watched for ${watchMs / 1000} s; the machine's load is ${load}`;
    if (!isJson) console.log(`${about}.`);
    const reports = [];
    for (const profile of [LOOPBACK, SLOW]) {
      const course = { ...options, browser, contestants, urlOf };
      const measures = await runRounds(course, profile);
      const [bare = []] = measures.values();
      const rows = contestants.map((each) =>
        summarize(each.name, measures.get(each) ?? [], bare),
      );
      const bars = judge(rows, { isSlow: profile === SLOW, slowDown });
      reports.push({ profile: profile.name, rows, bars });
      if (isJson) continue;
      console.log(
        `\n${profile.name}: median (quartiles); bytes, requests, CPU and heap over the page without a tag\n`,
      );
      printRows(rows);
      printBars(bars);
    }
    if (isJson) console.log(JSON.stringify({ about, reports }, null, 2));
  } finally {
    await browser.close();
    await gateway.stop();
    await shop.stop();
    await endpoint.stop();
  }
}

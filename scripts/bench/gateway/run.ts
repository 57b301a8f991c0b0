import { cpus, loadavg } from 'node:os';
import { checkOpenFiles } from './check-open-files.ts';
import { measure, type Pair } from './measures/measure.ts';
import { readOptions, type Options } from './options.ts';
import { printTable } from './report/print.ts';
import { toRow } from './report/rows.ts';
import { stopAll } from './servers/stop-at-end.ts';

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void end());

bench(readOptions(process.argv.slice(2))).catch(async (error: unknown) => {
  console.error(error);
  await end();
});

/** Broken off: what was started ends first. */
async function end(): Promise<never> {
  await stopAll();
  process.exit(1);
}

async function bench(options: Options): Promise<void> {
  const { sockets, databases, isJson } = options;
  checkOpenFiles(Math.max(...sockets));
  const loadBefore = loadOf();
  const pairs: Pair[] = [];
  for (const count of sockets)
    for (const database of databases) {
      // What is printed to stdout is the report alone.
      console.error(`${count} sockets, ${database} … (load ${loadOf()})`);
      pairs.push(await measure(database, count, options));
    }
  const about = describe(options, loadBefore);
  if (isJson) {
    const rounds = pairs.map((pair) => ({ ...pair, medians: toRow(pair) }));
    console.log(JSON.stringify({ about, rounds }, null, 2));
    return;
  }
  console.log(`\n${about}\n`);
  printTable(pairs);
}

function loadOf(): string {
  return loadavg()[0]?.toFixed(1) ?? '';
}

function describe(
  { conversations, windows, windowMs }: Options,
  loadBefore: string,
): string {
  return `Node ${process.version}, ${cpus().length} cores; the machine's load was ${loadBefore} before and ${loadOf()} after, the bench's own included.
${conversations} of the visitors talk with agents, both ways. Medians of ${windows} windows of ${windowMs / 1000} s; ratios to the floor window by window.`;
}

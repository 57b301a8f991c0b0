/*
 * `npm start`: builds, plays the store's journeys without a browser, then serves
 * the examples with the real gateway until it is stopped.
 */
import { spawn, spawnSync } from 'node:child_process';
import { REPO } from './lib/repo.mjs';

const SITE = 'examples/store/site.json';
const JOURNEYS = 'examples/store/journeys';
/** Where the example pages say that their tag is. */
const WRITTEN_PORT = '4700';
const PORT = process.env['PORT'] ?? WRITTEN_PORT;

run('scripts/build.mjs');
console.log();
run('packages/cli/bin/beckon.js', 'test', SITE, JOURNEYS);
console.log(`
Examples to open in a browser    http://localhost:${PORT}/
Why is an offer not there?       npx beckon explain ${SITE} ${JOURNEYS}/09-after-hours.json --at 40 --engagement checkout-help
What if the config differs?      change ${SITE}: the pages have it within a minute
Where is what in the code?       packages/README.md
`);
if (PORT !== WRITTEN_PORT)
  console.log(
    `The example pages ask port ${WRITTEN_PORT} for their tag: on ${PORT} they show no offers.\n`,
  );

const gateway = spawn(
  process.execPath,
  ['packages/gateway/bin/beckon-gateway.js', '--demo'],
  {
    cwd: REPO,
    stdio: 'inherit',
    env: {
      ...process.env,
      BECKON_EXAMPLES: './examples,./dist/examples',
    },
  },
);
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => gateway.kill('SIGTERM'));
gateway.on('exit', (code) => process.exit(code ?? 0));

/** @param {string[]} command */
function run(...command) {
  const { status } = spawnSync(process.execPath, command, {
    cwd: REPO,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

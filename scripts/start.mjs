/*
 * `npm start`: builds, then plays the store's journeys against its site config,
 * without a browser and in simulated time.
 */
import { spawnSync } from 'node:child_process';
import { REPO } from './lib/repo.mjs';

const SITE = 'examples/store/site.json';
const JOURNEYS = 'examples/store/journeys';

run('scripts/build.mjs');
console.log();
run('packages/cli/bin/beckon.js', 'test', SITE, JOURNEYS);
console.log(`
Why is an offer not there?    npx beckon explain ${SITE} ${JOURNEYS}/09-after-hours.json --at 40 --engagement checkout-help
What if the config differs?   change an opening hour in ${SITE} and run npm start again
Where is what in the code?    packages/README.md`);

/** @param {string[]} command */
function run(...command) {
  const { status } = spawnSync(process.execPath, command, {
    cwd: REPO,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

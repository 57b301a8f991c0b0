/*
 * `npm start`: builds, plays the store's journeys without a browser, then serves
 * the examples with the real gateway until it is stopped.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { moveExamples } from './lib/move-examples.mjs';
import { REPO } from './lib/repo.mjs';

/** Where the example pages say that their tag is. */
const WRITTEN_PORT = '4700';
const PORT = process.env['PORT'] ?? WRITTEN_PORT;

run('scripts/build.mjs');
const folders = await findExamples(['examples', 'dist/examples']);
const SITE = `${folders[0]}/store/site.json`;
const JOURNEYS = `${folders[0]}/store/journeys`;
console.log();
run('packages/cli/bin/beckon.js', 'test', SITE, JOURNEYS);
console.log(`
Examples to open in a browser    http://localhost:${PORT}/
Why is an offer not there?       npx beckon explain ${SITE} ${JOURNEYS}/09-after-hours.json --at 40 --engagement checkout-help
What if the config differs?      change ${SITE}: the pages have it within a minute
Where is what in the code?       packages/README.md
`);
const gateway = spawn(
  process.execPath,
  ['packages/gateway/bin/beckon-gateway.js', '--demo'],
  {
    cwd: REPO,
    stdio: 'inherit',
    env: {
      ...process.env,
      BECKON_EXAMPLES: folders.map((folder) => `./${folder}`).join(),
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

/**
 * On another port than the one that is written in them, copies of them.
 *
 * @param {string[]} written
 */
async function findExamples(written) {
  // Of what is no port, or any free one, the gateway tells.
  if (PORT === WRITTEN_PORT || !/^[1-9]\d*$/.test(PORT)) return written;
  const from = `localhost:${WRITTEN_PORT}`;
  const origin = `localhost:${PORT}`;
  const moved = written.map((folder) => `dist/at-${PORT}/${folder}`);
  for (const [index, folder] of written.entries())
    await moveExamples({
      folder: join(REPO, folder),
      to: join(REPO, moved[index] ?? ''),
      from,
      origin,
    });
  return moved;
}

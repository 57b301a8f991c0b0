import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { REPO } from '../lib/repo.mjs';
import { integrityOf, writeBuilt } from './built-file.mjs';

const SOURCE = 'packages/console/src';

/**
 * Builds the agents' page: one script, one style sheet, and `console.html` that
 * names them.
 *
 * @param {string} dist Where to; absolute.
 * @returns {Promise<Record<string, import('./built-file.mjs').BuiltFile>>} By
 *   logical name.
 */
export async function buildConsole(dist) {
  const script = await write(dist, 'console', 'js', 'main.tsx');
  const style = await write(dist, 'console', 'css', 'console.css');
  const page = await readFile(join(REPO, SOURCE, 'console.html'), 'utf8');
  await writeFile(
    join(dist, 'console.html'),
    page
      .replace('{{script}}', `/${script.file}`)
      .replace('{{style}}', `/${style.file}`),
  );
  return { console: script, 'console-css': style };
}

/**
 * @param {string} dist
 * @param {string} name
 * @param {'css' | 'js'} kind
 * @param {string} entry
 */
async function write(dist, name, kind, entry) {
  const { outputFiles } = await build({
    absWorkingDir: REPO,
    entryPoints: [`${SOURCE}/${entry}`],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: kind === 'js' ? 'es2022' : ['chrome120', 'firefox121', 'safari17'],
    platform: 'browser',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const code = outputFiles[0]?.text ?? '';
  const digest = integrityOf(code).replace(/\W/g, '').slice(-10);
  return writeBuilt(dist, `assets/${name}-${digest}.${kind}`, code);
}

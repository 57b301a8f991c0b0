import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { REPO } from '../lib/repo.mjs';
import { integrityOf, writeBuilt } from './built-file.mjs';

const SOURCE = 'packages/console/src';

/**
 * Builds the agents' page: one script, one style sheet, an icon, and
 * `console.html` that names them.
 *
 * @param {string} dist Where to; absolute.
 * @returns {Promise<Record<string, import('./built-file.mjs').BuiltFile>>} By
 *   logical name.
 */
export async function buildConsole(dist) {
  const script = await write(dist, 'console', 'js', 'main.tsx');
  const style = await write(dist, 'console', 'css', 'console.css');
  const drawing = await readFile(join(REPO, SOURCE, 'icon.svg'), 'utf8');
  const icon = await writeBuilt(
    dist,
    nameOf('console', 'svg', drawing),
    drawing,
  );
  const page = await readFile(join(REPO, SOURCE, 'console.html'), 'utf8');
  await writeFile(
    join(dist, 'console.html'),
    page
      .replace('{{script}}', `/${script.file}`)
      .replace('{{style}}', `/${style.file}`)
      .replace('{{icon}}', `/${icon.file}`),
  );
  return { console: script, 'console-css': style, 'console-icon': icon };
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
  return writeBuilt(dist, nameOf(name, kind, code), code);
}

/**
 * @param {string} name
 * @param {'css' | 'js' | 'svg'} kind
 * @param {string} content
 */
function nameOf(name, kind, content) {
  const digest = integrityOf(content).replace(/\W/g, '').slice(-10);
  return `assets/${name}-${digest}.${kind}`;
}

import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  BUILT,
  hashSources,
  isBuilt,
} from '../../packages/gateway/bin/load.js';
import { REPO } from '../lib/repo.mjs';

const GATEWAY = join(REPO, 'packages/gateway');

/** What a process or thread of the gateway begins with. */
const ENTRIES = {
  main: 'src/main.ts',
  'mask-worker': 'src/masking/mask-worker.ts',
  'publish-worker': 'src/sites/publish-in-worker.ts',
  'store-worker': 'src/store/serve-store.ts',
};

/**
 * Bundles the gateway's own sources and those of `schema`; libraries stay what
 * they are. It takes the place of what was there when all is written, and only
 * where that was of other sources: a gateway that runs may need it.
 *
 * @param {URL} [to]
 */
export async function buildGateway(to = BUILT) {
  if (await isBuilt(to)) return;
  const folder = fileURLToPath(to).replace(/\/$/, '');
  const fresh = `${folder}-${process.pid}`;
  const { metafile } = await build({
    absWorkingDir: GATEWAY,
    entryPoints: ENTRIES,
    outdir: fresh,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    metafile: true,
    logLevel: 'warning',
    plugins: [{ name: 'libraries', setup: leaveLibraries }],
  });
  const files = Object.keys(metafile.inputs).sort();
  const hash = await hashSources(files);
  await mkdir(fresh, { recursive: true });
  const sources = JSON.stringify({ files, hash });
  await writeFile(join(fresh, 'sources.json'), sources);
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
}

/** @param {import('esbuild').PluginBuild} bundler */
function leaveLibraries(bundler) {
  bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
    kind === 'entry-point' || path.startsWith('@beckon/')
      ? undefined
      : { path, external: true },
  );
}

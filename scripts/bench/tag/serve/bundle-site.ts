import { build } from 'esbuild';
import { BENCH } from './paths.ts';

/** Bundles what a site writes to use an npm module, as a site would. */
export async function bundleSite(
  file: string,
  endpoint: string,
): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: BENCH,
    entryPoints: [`site/${file}`],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2020',
    platform: 'browser',
    define: { ENDPOINT: JSON.stringify(endpoint) },
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

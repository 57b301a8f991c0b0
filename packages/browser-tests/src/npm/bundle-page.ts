import { build } from 'esbuild';
import { REPO } from '../harness/paths.ts';

/** Where each React stands: 18 beside these tests, the newest for all others. */
const FOLDERS = {
  'react 19': `${REPO}node_modules/`,
  'react 18': `${REPO}packages/browser-tests/node_modules/`,
} as const;

export type React = keyof typeof FOLDERS;

export const REACTS: readonly React[] = ['react 19', 'react 18'];

/**
 * The package as an app's bundler makes it, for development: StrictMode
 * mounts twice there.
 */
export async function bundlePage(react: React): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${REPO}packages/beckon/src/testing/page-globals.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    alias: {
      react: `${FOLDERS[react]}react`,
      'react-dom': `${FOLDERS[react]}react-dom`,
    },
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

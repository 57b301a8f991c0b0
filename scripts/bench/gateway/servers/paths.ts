import { fileURLToPath } from 'node:url';

/** The bench's folder: it runs bundled, as dist/run.mjs. */
export const BENCH = fileURLToPath(new URL('..', import.meta.url));

export const REPO = fileURLToPath(new URL('../../../..', import.meta.url));

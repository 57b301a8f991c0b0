import { fileURLToPath } from 'node:url';

/** The repository's root, with a slash at its end. */
export const REPO = fileURLToPath(new URL('../../../..', import.meta.url));

export const EXAMPLES = `${REPO}examples/`;
/** What `npm run build` made; another folder by BECKON_DIST. */
export const DIST = `${process.env['BECKON_DIST'] ?? `${REPO}dist`}/`;

/** The gateway's address as the examples' snippets and site configs have it. */
export const WRITTEN_ORIGIN = 'http://localhost:4700';

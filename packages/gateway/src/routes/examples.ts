import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { FileStore } from '../files/file-store.ts';
import { HEADERS_FILE, readPageHeaders } from '../files/page-headers.ts';
import { realPathBelow, safePath } from '../files/safe-path.ts';
import { addRoute } from '../http/add-route.ts';
import { answerVariants, CACHING } from '../http/answer-variants.ts';
import type { GatewayApp, GatewayContext } from '../http/gateway-env.ts';
import { problem } from '../http/problem.ts';
import { rawPath } from './tag-files.ts';

const PREFIX = '/examples/';

/** What an app with its own routes calls the page for all of them. */
const FALLBACK = '200.html';

/**
 * The pages that a demo serves: files as they are at the moment, with the
 * headers that `headers.json` beside them asks for. A folder is its
 * `index.html`; below one that has a `200.html`, an address without a file is
 * that page, as apps with history routing need it.
 */
export function addExamples(
  app: GatewayApp,
  files: FileStore,
  folders: readonly string[],
): void {
  const answerFile = async (
    c: GatewayContext,
    path: string,
  ): Promise<Response | undefined> => {
    for (const folder of folders) {
      const safe = safePath(folder, path);
      if (safe === undefined || basename(safe) === HEADERS_FILE) continue;
      const found = await files.read(folder, path);
      if (found === undefined) continue;
      return answerVariants(c, found, {
        'Cache-Control': CACHING.never,
        ...(await readPageHeaders(safe)),
      });
    }
    return undefined;
  };

  const answerFallback = async (
    c: GatewayContext,
    path: string,
  ): Promise<Response | undefined> => {
    // Only pages: a script that is missing must not be answered with one.
    const isPage = c.req.header('Accept')?.includes('text/html') === true;
    for (let at = path; isPage && at.includes('/');) {
      at = at.endsWith('/') ? at.slice(0, -1) : `${dirname(at)}`;
      const found = await answerFile(c, `${at}/${FALLBACK}`);
      if (found) return found;
    }
    return undefined;
  };

  // First, because Hono takes what ends in `/*` for the address without it too.
  for (const path of ['/', '/examples'])
    addRoute(app, { path, get: (c) => c.redirect(PREFIX, 302) });
  addRoute(app, {
    path: `${PREFIX}*`,
    get: async (c) => {
      const path = rawPath(c, PREFIX);
      const isFolder = path === '' || path.endsWith('/');
      const found = await answerFile(c, isFolder ? `${path}index.html` : path);
      if (found) return found;
      if (!isFolder && (await isFolderIn(folders, path)))
        return c.redirect(`${new URL(c.req.url).pathname}/`, 302);
      const fallback = await answerFallback(c, path);
      return (
        fallback ?? problem('not-found', { requestId: c.get('requestId') })
      );
    },
  });
}

async function isFolderIn(
  folders: readonly string[],
  path: string,
): Promise<boolean> {
  for (const folder of folders) {
    const safe = safePath(folder, path);
    const real = safe && (await realPathBelow(folder, safe));
    if (real !== undefined && (await stat(real)).isDirectory()) return true;
  }
  return false;
}

import { join } from 'node:path';
import type { FileStore } from '../files/file-store.ts';
import { addRoute } from '../http/add-route.ts';
import { answerVariants, CACHING } from '../http/answer-variants.ts';
import type { GatewayApp, GatewayContext } from '../http/gateway-env.ts';
import { problem } from '../http/problem.ts';
import { ANY_ORIGIN } from '../http/public-headers.ts';

export interface TagFilesOptions {
  readonly files: FileStore;
  /** The built files. */
  readonly dist: string;
  /** Those of earlier builds. */
  readonly releases: string;
}

/** LD5: the core for a minute, releases and chunks for a year. */
export function addTagFiles(
  app: GatewayApp,
  { files, dist, releases }: TagFilesOptions,
): void {
  const answer = async (
    c: GatewayContext,
    path: string,
    caching: string,
    folders: readonly string[],
  ): Promise<Response> => {
    for (const folder of folders) {
      const found = await files.read(folder, path);
      if (found) return answerVariants(c, found, { 'Cache-Control': caching });
    }
    return problem('not-found', { requestId: c.get('requestId') });
  };

  addRoute(app, {
    path: '/beckon.js',
    headers: ANY_ORIGIN,
    get: (c) => answer(c, 'beckon.js', CACHING.short, [dist]),
  });
  addRoute(app, {
    path: '/v/:version/beckon.js',
    headers: ANY_ORIGIN,
    get: (c) => answer(c, rawPath(c, '/'), CACHING.forever, [dist, releases]),
  });
  addRoute(app, {
    path: '/assets/*',
    headers: ANY_ORIGIN,
    get: (c) =>
      answer(c, rawPath(c, '/assets/'), CACHING.forever, [
        join(dist, 'assets'),
        join(releases, 'assets'),
      ]),
  });
}

/** What follows a prefix in the address, still percent-encoded. */
export function rawPath(c: GatewayContext, prefix: string): string {
  return new URL(c.req.url).pathname.slice(prefix.length);
}

import { z } from 'zod';
import type { FileStore } from '../files/file-store.ts';
import { addRoute } from '../http/add-route.ts';
import { answerVariants, CACHING } from '../http/answer-variants.ts';
import type { GatewayApp, GatewayContext } from '../http/gateway-env.ts';
import { problem } from '../http/problem.ts';
import type { SiteStore } from '../sites/site-store.ts';
import { forSite } from './site-routes.ts';

export interface PagesOptions {
  readonly files: FileStore;
  readonly sites: SiteStore;
  /** The built files. */
  readonly dist: string;
}

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string().regex(/^[\w./-]+$/),
    integrity: z.string().regex(/^[\w+/=-]+$/),
  }),
);

/** The gateway's own pages: the console (GW5) and the window in a tab (WM4). */
export function addPages(
  app: GatewayApp,
  { files, sites, dist }: PagesOptions,
): void {
  const notFound = (c: GatewayContext): Response =>
    problem('not-found', { requestId: c.get('requestId') });

  addRoute(app, {
    path: '/agent',
    get: async (c) => {
      const page = await readFile(files, dist, 'console.html');
      if (page === undefined) return notFound(c);
      return answerVariants(c, page, {
        'Cache-Control': 'no-cache',
        ...policyFor(c, "img-src 'self'; style-src 'self'", "'none'"),
      });
    },
  });
  addRoute(app, {
    path: '/w/:site',
    get: forSite(sites, async (c, { id }) => {
      const manifest = await readFile(files, dist, 'manifest.json');
      if (manifest === undefined) return notFound(c);
      const { data } = manifestSchema.safeParse(
        JSON.parse(new TextDecoder().decode(manifest.identity.bytes)),
      );
      const script = data?.['window-page'];
      if (script === undefined) return notFound(c);
      return c.html(pageOf(id, script), 200, {
        'Cache-Control': CACHING.never,
        ...policyFor(c, "img-src 'self' https:", 'beckon'),
      });
    }),
  });
}

/** The build may not have made it so far. */
const readFile = (files: FileStore, folder: string, path: string) =>
  files.read(folder, path).catch(() => undefined);

/** Nothing but what the page itself brings, and nobody around it. */
function policyFor(
  c: GatewayContext,
  more: string,
  trustedTypes: string,
): Readonly<Record<string, string>> {
  const host = c.req.header('Host') ?? '';
  // Older browsers do not count sockets of the same host to 'self'.
  const sockets = /^[\w.:[\]-]+$/.test(host)
    ? ` ws://${host} wss://${host}`
    : '';
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      `connect-src 'self'${sockets}`,
      more,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      `trusted-types ${trustedTypes}`,
    ].join('; '),
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  };
}

/** The window fills it; its script reads the site from its own element. */
function pageOf(
  site: string,
  { file, integrity }: { readonly file: string; readonly integrity: string },
): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<title>Conversation</title>
<script src="/${file}" integrity="${integrity}" crossorigin="anonymous" defer data-site="${escapeHtml(site)}"></script>
</html>
`;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

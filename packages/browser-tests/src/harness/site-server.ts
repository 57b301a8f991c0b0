import { readFile, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { listen, type Listening } from './listen.ts';
import { DIST, EXAMPLES, WRITTEN_ORIGIN } from './paths.ts';
import { hashScripts, withoutTag } from './rewrite-page.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
};

interface SiteOptions {
  /** The gateway's origin, for the one that the snippets name. */
  readonly gateway: string;
  /** False: the pages as they were before the tag was pasted. */
  readonly tag?: boolean;
  /** What is written otherwise in its pages, each time anew. */
  readonly rewrite?: (page: string) => string;
}

/**
 * The examples as a site of its own, on another origin than the gateway, as
 * sites are: the gateway's address in snippets and policies is put right, the
 * rest is served as it lies in the folder, with the headers of `headers.json`.
 */
export function startSite(options: SiteOptions): Promise<Listening> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    answer(decodeURIComponent(pathname), response, options).catch(
      (error: unknown) => {
        response.writeHead(500).end(String(error));
      },
    );
  });
  return listen(server);
}

async function answer(
  pathname: string,
  response: ServerResponse,
  options: SiteOptions,
): Promise<void> {
  const path = await findFile(pathname);
  if (path === undefined) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    return;
  }
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const headers = await readHeaders(path);
  const written = await readFile(path);
  if (!/html|javascript/.test(type)) {
    response.writeHead(200, { 'Content-Type': type, ...headers }).end(written);
    return;
  }
  const page = written.toString();
  const served = (options.tag === false ? withoutTag(page) : page).replaceAll(
    WRITTEN_ORIGIN,
    options.gateway,
  );
  const sent = options.rewrite?.(served) ?? served;
  const policies = hashScripts(headers, page, served, options.gateway);
  response.writeHead(200, { 'Content-Type': type, ...policies }).end(sent);
}

/** As they are written, and what the build makes of those with a bundler. */
const ROOTS = [EXAMPLES, `${DIST}examples/`];

async function findFile(pathname: string): Promise<string | undefined> {
  if (!pathname.startsWith('/examples/')) return undefined;
  const name = pathname.slice('/examples/'.length);
  for (const root of ROOTS) {
    const path = normalize(join(root, name));
    if (!path.startsWith(root)) continue;
    for (const file of [path, join(path, 'index.html')]) {
      const found = await stat(file).catch(() => undefined);
      if (found?.isFile()) return file;
    }
  }
  return undefined;
}

type Headers = Readonly<Record<string, string>>;

/** What `headers.json` beside the file says of it: by its name, or `*`. */
async function readHeaders(path: string): Promise<Headers> {
  const text = await readFile(join(path, '../headers.json'), 'utf8').catch(
    () => '{}',
  );
  const byName = JSON.parse(text) as Readonly<Record<string, Headers>>;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { ...byName['*'], ...byName[name] };
}

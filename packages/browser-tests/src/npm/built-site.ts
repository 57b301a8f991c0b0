import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { listen, type Listening } from '../harness/listen.ts';
import { DIST, REPO, WRITTEN_ORIGIN } from '../harness/paths.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Examples that a bundler made stand in `dist`, what they share beside it. */
const ROOTS = [DIST, REPO];

/** The built examples, on an origin of their own, for a gateway. */
export function startBuiltSite(gateway: string): Promise<Listening> {
  const server = createServer((request, response) => {
    // As the test names it: only pages of ours ask here.
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const path = pathname.replace(/\/$/, '/index.html');
    readFirst(path).then(
      (file) => {
        const type = TYPES[extname(path)] ?? 'application/octet-stream';
        const served = file.toString().replaceAll(WRITTEN_ORIGIN, gateway);
        response.writeHead(200, { 'Content-Type': type }).end(served);
      },
      () => response.writeHead(404).end(),
    );
  });
  return listen(server);
}

function readFirst(path: string): Promise<Buffer> {
  const [first = '', second = ''] = ROOTS.map((root) => root + path.slice(1));
  return readFile(first).catch(() => readFile(second));
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Environment } from '../settings/read-settings.ts';

/** The core of these tests: long enough to be worth compressing. */
export const CORE = `console.log(${JSON.stringify('beckon '.repeat(100))});\n`;
export const CHUNK = `console.log(${JSON.stringify('window '.repeat(100))});\n`;

export const SITE = {
  version: 1,
  site: 'acme',
  origins: ['https://shop.example'],
  entryPoints: { cart: { url: [{ contains: '/cart' }] } },
  campaigns: [
    {
      id: 'sales',
      engagements: [
        {
          id: 'cart-help',
          kind: 'content',
          format: 'sticky',
          zone: 'left',
          url: 'https://shop.example/help',
          creative: { online: { title: 'Help' } },
        },
      ],
    },
  ],
};

export const ORIGIN = 'https://shop.example';

export const VISITOR_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';

export interface Workspace {
  readonly folder: string;
  /** Settings for a gateway that keeps to the folder. */
  readonly env: Environment;
  write(path: string, content: unknown): Promise<void>;
  path(name: string): string;
  stop(): Promise<void>;
}

/** A folder with all that a gateway needs: built files, a site, examples. */
export async function createWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'beckon-gateway-'));
  const path = (name: string): string => join(folder, name);
  const write = async (name: string, content: unknown): Promise<void> => {
    await mkdir(dirname(path(name)), { recursive: true });
    const isText = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(path(name), isText ? content : JSON.stringify(content));
  };
  await Promise.all([
    write('dist/beckon.js', CORE),
    write('dist/v/0.1.0/beckon.js', CORE),
    write('dist/assets/window-3f9a.js', CHUNK),
    write('dist/manifest.json', {
      core: {
        file: 'beckon.js',
        integrity: 'sha384-x',
        bytes: CORE.length,
        gzip: 100,
        brotli: 90,
      },
    }),
    write('sites/acme/site.json', SITE),
    write('examples/shop/index.html', '<!doctype html><title>Shop</title>'),
    write('secret.txt', 'SECRET'),
  ]);
  const env = {
    PORT: '0',
    BECKON_DIST: path('dist'),
    BECKON_SITES: path('sites'),
    BECKON_DATA: path('data'),
    BECKON_EXAMPLES: path('examples'),
    BECKON_AVAILABILITY: JSON.stringify({
      acme: { sales: 'online', support: 'busy' },
    }),
  };
  return {
    folder,
    env,
    write,
    path,
    stop: () => rm(folder, { recursive: true }),
  };
}

/** A batch of one event, as a tag sends it. */
export function batch(more: object = {}, event: object = {}): object {
  return {
    visitorId: 'visitor-1',
    sessionId: 'session-1',
    sentAt: 1_770_000_000_500,
    events: [
      {
        id: 'event-1',
        at: 1_770_000_000_000,
        type: 'page',
        url: 'https://shop.example/cart',
        ...event,
      },
    ],
    ...more,
  };
}

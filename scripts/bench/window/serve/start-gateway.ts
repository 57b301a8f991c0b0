import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { REPO } from '../../tag/serve/paths.ts';

export const SITE = 'bench';

export interface Gateway {
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Starts the gateway as its users do, with the built files as they are now and
 * a site with one offer of a talk, which stands at once.
 *
 * @param built The folder of the built files.
 * @param shop Origin of the pages.
 * @throws With what it printed, when it does not come up.
 */
export async function startGateway(
  built: string,
  shop: string,
): Promise<Gateway> {
  const folder = await mkdtemp(join(tmpdir(), 'beckon-bench-'));
  const dist = join(folder, 'dist');
  const sites = join(folder, 'sites');
  await cp(built, dist, { recursive: true });
  await mkdir(sites);
  await writeFile(
    join(sites, `${SITE}.site.json`),
    JSON.stringify(createSite(shop)),
  );
  const child = spawn(
    process.execPath,
    [join(REPO, 'packages/gateway/bin/beckon-gateway.js')],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PORT: '0',
        BECKON_DIST: dist,
        BECKON_SITES: sites,
        BECKON_DATA: join(folder, 'data'),
        BECKON_AVAILABILITY: '{"*":{"*":"online"}}',
      },
    },
  );
  // Also where the bench is broken off.
  const end = () => {
    child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', end);
  const printed: string[] = [];
  child.stderr.on('data', (chunk) => printed.push(String(chunk)));
  const lines = createInterface(child.stdout);
  for await (const line of lines) {
    printed.push(line);
    const { msg, url } = parse(line);
    if (msg !== 'listening' || url === undefined) continue;
    child.stdout.resume();
    return {
      origin: url,
      async stop() {
        process.off('exit', end);
        const ended = once(child, 'exit');
        end();
        await ended;
      },
    };
  }
  throw new Error(`Failed to start the gateway: ${printed.join('\n')}`);
}

function parse(line: string): { msg?: string; url?: string } {
  try {
    return JSON.parse(line) as { msg?: string; url?: string };
  } catch {
    // Not of the log.
    return {};
  }
}

const createSite = (shop: string) => ({
  version: 1,
  site: SITE,
  origins: [shop],
  campaigns: [
    {
      id: 'help',
      name: 'Help',
      goal: { type: 'interaction' },
      engagements: [
        {
          id: 'ask',
          kind: 'conversation',
          format: 'sticky',
          zone: 'right',
          skill: 'service',
          creative: { online: { title: 'Questions?', action: 'Ask us' } },
        },
      ],
    },
  ],
});

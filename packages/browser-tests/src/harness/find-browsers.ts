import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, firefox, webkit } from 'playwright';
import { ENGINES, type Engine } from './essential.ts';
import type { FoundBrowser } from './found-browser.ts';
import { REPO } from './paths.ts';

const PLAYWRIGHT = { chromium, firefox, webkit };

const SYSTEM_PATHS: Readonly<Record<'chromium' | 'firefox', string[]>> = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  firefox: ['/usr/bin/firefox-esr'],
};

const DEBIAN_PACKAGES: Readonly<Record<Engine, readonly string[]>> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
};

/** What was found, and what was tried for the rest, a line each. */
export interface Search {
  readonly browsers: readonly FoundBrowser[];
  readonly missing: readonly Engine[];
  readonly tried: readonly string[];
}

/**
 * Finds the three engines. For one that is missing it tries Playwright's own
 * download, and where that cannot be, as root on Debian, the distribution's
 * packages.
 */
export function findBrowsers(): Search {
  const tried: string[] = [];
  const found = ENGINES.map(
    (engine) =>
      findBrowser(engine) ??
      afterDownload(engine, tried) ??
      afterPackages(engine, tried),
  );
  return {
    browsers: found.filter((browser) => browser !== undefined),
    missing: ENGINES.filter((_, index) => found[index] === undefined),
    tried,
  };
}

function findBrowser(engine: Engine): FoundBrowser | undefined {
  if (engine === 'webkit' && hasWebKitDriver()) {
    const executablePath = findMiniBrowser();
    if (executablePath) return { engine, driver: 'webdriver', executablePath };
  }
  const paths = engine === 'webkit' ? [] : SYSTEM_PATHS[engine];
  const executablePath = paths.find(canRun);
  if (executablePath) return { engine, driver: 'playwright', executablePath };
  return canRun(PLAYWRIGHT[engine].executablePath())
    ? { engine, driver: 'playwright' }
    : undefined;
}

function hasWebKitDriver(): boolean {
  return canRun('/usr/bin/WebKitWebDriver') && canRun('/usr/bin/xvfb-run');
}

/** Beside the library: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser */
function findMiniBrowser(): string | undefined {
  return namesIn('/usr/lib')
    .filter((folder) => /-linux-|^webkit/.test(folder))
    .flatMap((folder) => [
      folder,
      ...namesIn(`/usr/lib/${folder}`).map((name) => join(folder, name)),
    ])
    .filter((folder) => /webkit2?gtk-[^/]*$/.test(folder))
    .map((folder) => `/usr/lib/${folder}/MiniBrowser`)
    .find(canRun);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A file, or not there: nothing in it.
    return [];
  }
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not for us: either way it cannot be used.
    return false;
  }
}

function afterDownload(
  engine: Engine,
  tried: string[],
): FoundBrowser | undefined {
  const isDone = runs('node_modules/.bin/playwright', ['install', engine]);
  tried.push(`${engine}: playwright install ${isDone ? 'done' : 'failed'}`);
  return isDone ? findBrowser(engine) : undefined;
}

function afterPackages(
  engine: Engine,
  tried: string[],
): FoundBrowser | undefined {
  if (!isDebianRoot()) return undefined;
  const packages = DEBIAN_PACKAGES[engine];
  const isDone =
    runs('apt-get', ['update', '-q']) &&
    runs('apt-get', ['install', '-y', '-q', ...packages]);
  const words = `apt-get install ${packages.join(' ')}`;
  tried.push(`${engine}: ${words} ${isDone ? 'done' : 'failed'}`);
  return isDone ? findBrowser(engine) : undefined;
}

function isDebianRoot(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    return /debian|ubuntu/i.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    // No such file: another system.
    return false;
  }
}

const INSTALL_MS = 600_000;

function runs(command: string, words: readonly string[]): boolean {
  const { status } = spawnSync(command, words, {
    cwd: REPO,
    stdio: 'ignore',
    timeout: INSTALL_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

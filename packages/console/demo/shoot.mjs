/*
 * Pictures of every state, and axe over each: built by demo/build.mjs before.
 * node packages/console/demo/shoot.mjs <built folder> <folder for pictures> [scene …]
 */
import { createServer } from 'node:http';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright';

const [built = '', pictures = '', ...only] = process.argv.slice(2);
const axe = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** @type {Record<string, (page: import('playwright').Page) => Promise<void>>} */
const STEPS = {
  canned: async (page) => {
    await page.locator('#composer').fill('/re');
  },
  note: async (page) => {
    await page.keyboard.press('Alt+n');
    await page
      .locator('#composer')
      .fill('Asked for a refund twice.\nCheck 88123 first.');
  },
  transfer: async (page) => page.keyboard.press('Alt+t'),
  end: async (page) => page.keyboard.press('Alt+e'),
  keys: async (page) => page.keyboard.press('Control+/'),
  refused: async (page) => {
    await page.fill('#email', 'robin@fernway.example');
    await page.fill('#password', 'wrong');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.login-error .icon');
  },
  visitor: async (page) => page.keyboard.press('Alt+v'),
};

/** name, scene, step, options */
const SHOTS = [
  ['login', 'login'],
  ['refused', 'login', 'refused'],
  ['empty', 'empty'],
  ['away', 'away'],
  ['queue', 'queue'],
  ['preview', 'preview'],
  ['talk', 'talk'],
  ['typing', 'typing'],
  ['arabic', 'arabic'],
  ['note', 'talk', 'note'],
  ['canned', 'talk', 'canned'],
  ['transfer', 'talk', 'transfer'],
  ['end', 'talk', 'end'],
  ['keys', 'talk', 'keys'],
  ['lost', 'lost'],
  ['failed', 'failed'],
  ['over', 'over'],
  ['full', 'full'],
  ['hostile', 'hostile'],
  ['rtl', 'talk', undefined, { dir: 'rtl' }],
  ['phone-list', 'queue', undefined, { viewport: PHONE }],
  ['phone-talk', 'talk', undefined, { viewport: PHONE }],
  ['phone-note', 'talk', 'note', { viewport: PHONE }],
  ['phone-visitor', 'talk', 'visitor', { viewport: PHONE }],
  ['phone-transfer', 'talk', 'transfer', { viewport: PHONE }],
  ['phone-rtl', 'talk', undefined, { viewport: PHONE, dir: 'rtl' }],
  ['phone-login', 'login', undefined, { viewport: PHONE }],
  ['medium', 'talk', 'visitor', { viewport: { width: 1024, height: 768 } }],
  ['zoomed', 'talk', undefined, { viewport: { width: 320, height: 256 } }],
  [
    'zoomed-list',
    'queue',
    undefined,
    { viewport: { width: 320, height: 256 } },
  ],
];

const server = createServer(
  (request, response) => void answer(request, response),
);

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(request, response) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const path = pathname === '/' ? '/demo.html' : pathname;
  const type = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
  try {
    const body = await readFile(`${built}${path}`);
    const kind = type[/** @type {'js'} */ (path.split('.').at(-1))];
    response.setHeader('Content-Type', `${kind}; charset=utf-8`);
    response.setHeader('Content-Security-Policy', POLICY);
    response.end(body);
  } catch {
    response.statusCode = pathname === '/favicon.ico' ? 204 : 404;
    response.end();
  }
}
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(0)));
const address = server.address();
const port = typeof address === 'object' ? address?.port : 0;

await mkdir(pictures, { recursive: true });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
let faults = 0;
for (const [name, scene, step, options = {}] of SHOTS) {
  if (only.length > 0 && !only.includes(name)) continue;
  for (const colorScheme of ['light', 'dark']) {
    await shoot({ name, scene, step, colorScheme, ...options });
  }
}
await browser.close();
server.close();
console.log(faults === 0 ? 'No violation.' : `${faults} faults.`);
process.exitCode = faults === 0 ? 0 : 1;

async function shoot({
  name,
  scene,
  step,
  colorScheme,
  viewport = WIDE,
  dir = 'ltr',
}) {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    hasTouch: viewport.width < 500,
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    bypassCSP: false,
  });
  const page = await context.newPage();
  const tell = (what) => {
    faults++;
    console.log(`${name} ${colorScheme}: ${what}`);
  };
  page.on('pageerror', (error) => tell(`error ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') tell(message.text());
  });
  page.on('dialog', (dialog) => {
    tell(`a script ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(
    `http://127.0.0.1:${port}/demo.html?scene=${scene}&dir=${dir}`,
  );
  await (scene === 'login'
    ? page.waitForSelector('#email')
    : page.waitForSelector('[data-ready]', { state: 'attached' }));
  if (step) await STEPS[step]?.(page);
  await page.waitForTimeout(150);
  await page.screenshot({ path: `${pictures}/${name}-${colorScheme}.png` });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const { id, nodes } of violations) {
    tell(
      `${id} ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`,
    );
  }
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - innerWidth,
  );
  if (wide > 0) tell(`${wide} px too wide`);
  await context.close();
}

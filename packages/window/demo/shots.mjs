/* Screenshots of all states: node packages/window/demo/shots.mjs <folder> [state …] */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { buildDemo } from './build.mjs';
import { serveFolder } from './serve-folder.mjs';
import { open, STATES } from './states.mjs';

const [out = '', ...only] = process.argv.slice(2);
const SCREENS = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
  },
};
const RTL = {
  languages: ['he'],
  look: {
    translationOverrides: {
      he: {
        title: 'דברו איתנו',
        placeholder: 'כתבו הודעה…',
        welcome: 'שלום. איך אפשר לעזור?',
        today: 'היום',
        read: 'נקרא',
        delivered: 'נמסר',
        sent: 'נשלח',
      },
    },
  },
};

await buildDemo(join(out, 'page'));
const { origin, stop } = await serveFolder(join(out, 'page'));
await mkdir(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const shots = Object.keys(SCREENS).flatMap((screen) =>
  ['light', 'dark'].flatMap((colorScheme) =>
    ['ltr', 'rtl'].flatMap((direction) =>
      Object.keys(STATES).map((state) => ({
        screen,
        colorScheme,
        direction,
        state,
      })),
    ),
  ),
);
for (const shot of shots) {
  const { direction, state } = shot;
  if (only.length && !only.includes(state)) continue;
  if (direction === 'rtl' && !/^(talk|launcher|welcome|long|menu)$/.test(state))
    continue;
  await take(shot);
}
await browser.close();
await stop();

/** @param {any} shot */
async function take({ screen, colorScheme, direction, state }) {
  const context = await browser.newContext({
    ...SCREENS[/** @type {keyof typeof SCREENS} */ (screen)],
    colorScheme,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(8000);
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log(state, error.message));
  page.on('console', (message) => console.log(state, message.text()));
  await page.goto(origin);
  const platform = screen === 'phone' ? 'smartphone' : 'desktop';
  await open(page, { platform, ...(direction === 'rtl' && RTL) });
  await page.locator('textarea').waitFor();
  await STATES[state]?.(page);
  const name = `${screen}-${colorScheme}-${direction}-${state}.png`;
  await page.screenshot({ path: join(out, name) });
  await context.close();
}

import { contrastOf, parseColor } from '../colors.ts';
import type { Path } from '../config/config-error.ts';
import type { AuthoredCreative } from '../config/creative.ts';
import type { AuthoredEngagement } from '../config/engagement.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { WINDOW_COLOR_PAIRS } from '../config/window.ts';
import { colorPairsOf } from '../creative/color-pairs.ts';
import { compileHtml } from '../creative/compile-html.ts';
import type { Warn } from './warning.ts';

/** WCAG 2.2, 1.4.3 (WF10). */
const LEAST_CONTRAST = 4.5;

const CREATIVE_PAIRS = [
  ['text', 'background'],
  ['accentText', 'accent'],
] as const;

const warnOfPair = (
  text: string | undefined,
  background: string | undefined,
  path: Path,
  warn: Warn,
): void => {
  const front = text === undefined ? undefined : parseColor(text);
  const back = background === undefined ? undefined : parseColor(background);
  if (front === undefined || back === undefined) return;
  const contrast = contrastOf(front, back);
  if (contrast >= LEAST_CONTRAST) return;
  const shown = Math.floor(contrast * 100) / 100;
  warn(
    'low-contrast',
    path,
    `Failed to tell text from background: ${text} on ${background} has a contrast of ${shown}. Take colours with at least ${LEAST_CONTRAST} (WF10).`,
  );
};

const warnOfColors = (
  colors: Readonly<Record<string, string>> | undefined,
  pairs: readonly (readonly [string, string])[],
  path: Path,
  warn: Warn,
): void => {
  for (const [text, background] of pairs)
    warnOfPair(colors?.[text], colors?.[background], [...path, text], warn);
};

const warnOfCreative = (
  { html, css, colors }: AuthoredCreative,
  path: Path,
  warn: Warn,
): void => {
  warnOfColors(colors, CREATIVE_PAIRS, [...path, 'colors'], warn);
  if (html !== undefined && !compileHtml(html).hasClick)
    warn(
      'no-hot-spot',
      [...path, 'html'],
      'Failed to find what a visitor can click: nothing has data-beckon="click". Mark a button or a link with it.',
    );
  for (const { color, background } of css === undefined
    ? []
    : colorPairsOf(css))
    warnOfPair(color, background, [...path, 'css'], warn);
};

const warnOfEngagement = (
  { kind, creative }: AuthoredEngagement,
  path: Path,
  warn: Warn,
): void => {
  for (const state of ['online', 'busy', 'offline'] as const) {
    const drawn = creative[state];
    if (drawn === null) continue;
    const at = [...path, 'creative', state];
    warnOfCreative(drawn, at, warn);
    if (kind === 'content' && state !== 'online')
      warn(
        'unused',
        at,
        `Failed to find a use for the creative of ${state}: content is always online (OF5). Leave it out.`,
      );
  }
};

/** Warns of what is hard to read, to click, or never drawn. */
export const warnOfLooks = (config: SiteConfig, warn: Warn): void => {
  for (const [name, window] of Object.entries(config.windows))
    for (const key of ['colors', 'darkColors'] as const)
      warnOfColors(
        window[key],
        WINDOW_COLOR_PAIRS,
        ['windows', name, key],
        warn,
      );
  for (const [index, { engagements }] of config.campaigns.entries())
    for (const [at, engagement] of engagements.entries())
      warnOfEngagement(
        engagement,
        ['campaigns', index, 'engagements', at],
        warn,
      );
};

import { z } from 'zod';
import { color, language, name, picture, size, words } from './leaves.ts';
import { strict } from './strict.ts';

const hue = color.exactOptional();
const line = z.string().min(1).max(200).exactOptional();
const pixels = z.number().min(0).max(1000);

/** The colours of the window's parts; each text with what it stands on. */
export const WINDOW_COLOR_PAIRS = [
  ['text', 'background'],
  ['accentText', 'accent'],
  ['headerText', 'header'],
  ['agentText', 'agentBubble'],
  ['visitorText', 'visitorBubble'],
] as const;

const windowColors = strict({
  background: hue,
  text: hue,
  accent: hue,
  accentText: hue,
  header: hue,
  headerText: hue,
  agentBubble: hue,
  agentText: hue,
  visitorBubble: hue,
  visitorText: hue,
  border: hue,
});

/** No braces or semicolons: it becomes the value of a CSS property. */
const family = z
  .string()
  .regex(/^[\w\s,'"-]+$/, 'Write font names, separated by commas.')
  .max(300)
  .exactOptional();

/** WF10: how the engagement window looks, and which of its parts are on. */
export const engagementWindow = strict({
  title: line,
  subtitle: line,
  logo: picture.exactOptional(),
  picture: picture.exactOptional(),
  colors: windowColors.exactOptional(),
  darkScheme: z.enum(['auto', 'always', 'never']).exactOptional(),
  darkColors: windowColors.exactOptional(),
  fonts: strict({
    body: family,
    heading: family,
    sizePx: z.number().min(10).max(32).exactOptional(),
  }).exactOptional(),
  radius: pixels.exactOptional(),
  position: z
    .enum(['bottom-right', 'bottom-left', 'top-right', 'top-left'])
    .exactOptional(),
  size: strict({ width: size, height: size }).exactOptional(),
  offset: strict({
    x: pixels.default(0),
    y: pixels.default(0),
  }).exactOptional(),
  zIndex: z.int().min(0).max(2_147_483_647).exactOptional(),
  /** WF3 */
  extendedFileFormats: z.boolean().exactOptional(),
  /** WI2: language, then the text's key, then the words. */
  translationOverrides: z
    .record(language, z.record(name, words))
    .exactOptional(),
});

export type AuthoredWindow = z.output<typeof engagementWindow>;

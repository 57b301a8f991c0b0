import type { WindowLook } from '../look.ts';
import type { Size } from '../model/memory.ts';

/** Of the config's colours: the custom properties that they become. */
const COLORS: Readonly<Record<string, string>> = {
  background: 'background',
  text: 'text',
  accent: 'accent',
  accentText: 'accent-text',
  header: 'header',
  headerText: 'header-text',
  agentBubble: 'agent-bubble',
  agentText: 'agent-text',
  visitorBubble: 'visitor-bubble',
  visitorText: 'visitor-text',
  border: 'border',
};

/** Publishing has checked them; what could end a declaration never gets in. */
const isSafe = (value: unknown): value is string | number =>
  typeof value === 'number' ||
  (typeof value === 'string' && !/[{};@\\<]/.test(value));

/** Our own colours in the dark. */
const DARK =
  '--d-background:#15171d;--d-text:#eceef4;--d-accent:#5a52e0;' +
  '--d-agent-bubble:#252832;--d-border:#2c303b;--d-ink-mix:55%;' +
  '--d-bad:#ff9b8f;--d-good:#4cc79a;--d-warn:#3a2f14;--d-on-warn:#ffe3a3;' +
  '--d-lift:0 0 0 1px #ffffff14,0 24px 64px #000000a6;';

/** What stands on either scheme; any other colour decides for the light one. */
const FOR_BOTH = ['accent', 'accentText', 'visitorBubble', 'visitorText'];

const declare = (properties: Readonly<Record<string, unknown>>) =>
  Object.entries(properties)
    .filter(([, value]) => isSafe(value))
    .map(([name, value]) => `--beckon-${name}:${String(value)};`)
    .join('');

const colorsOf = (colors: WindowLook['colors'] = {}) =>
  declare(
    Object.fromEntries(
      Object.entries(colors).flatMap(([key, value]) => {
        const name = COLORS[key];
        return name ? [[name, value]] : [];
      }),
    ),
  );

const px = (value: number | undefined) =>
  value === undefined ? undefined : `${value}px`;

/** Everything but colours. */
const measuresOf = (
  { fonts = {}, offset, radius, size: ofSite, zIndex }: WindowLook,
  size = ofSite,
) =>
  declare(
    withoutNothing({
      font: fonts.body,
      'heading-font': fonts.heading,
      'font-size': px(fonts.sizePx),
      radius: px(radius),
      width: px(size?.width),
      height: px(size?.height),
      'offset-x': px(offset?.x),
      'offset-y': px(offset?.y),
      'z-index': zIndex,
    }),
  );

const withoutNothing = (record: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  );

/**
 * A site's looks as custom properties (WF10), and the size that the visitor
 * gave the panel.
 */
export function themeCss(look: WindowLook, size: Size | undefined): string {
  const { darkScheme = 'auto' } = look;
  const plain = measuresOf(look, size);
  const own = colorsOf(look.colors);
  const dark = DARK + colorsOf(look.darkColors);
  const isForBoth = Object.keys(look.colors ?? {}).every((key) =>
    FOR_BOTH.includes(key),
  );
  if (darkScheme === 'always')
    return `:host{color-scheme:dark!important;${plain}${own}${dark}}`;
  if (darkScheme === 'never' || !(look.darkColors ?? isForBoth))
    return `:host{color-scheme:light!important;${plain}${own}}`;
  return `:host{color-scheme:light dark!important;${plain}${own}}@media (prefers-color-scheme:dark){:host{${dark}}}`;
}

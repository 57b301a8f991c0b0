/** A colour as red, green, blue from 0 to 255 and alpha from 0 to 1. */
export type Rgba = readonly [
  red: number,
  green: number,
  blue: number,
  alpha: number,
];

/** The names of CSS 2.1; the others are written as numbers. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aqua: '#00ffff',
    black: '#000000',
    blue: '#0000ff',
    fuchsia: '#ff00ff',
    gray: '#808080',
    green: '#008000',
    grey: '#808080',
    lime: '#00ff00',
    maroon: '#800000',
    navy: '#000080',
    olive: '#808000',
    orange: '#ffa500',
    purple: '#800080',
    red: '#ff0000',
    silver: '#c0c0c0',
    teal: '#008080',
    transparent: '#00000000',
    white: '#ffffff',
    yellow: '#ffff00',
  }),
);

const parseHex = (text: string): Rgba | undefined => {
  const digits = text.length < 6 ? text.replace(/./g, '$&$&') : text;
  if (digits.length !== 6 && digits.length !== 8) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 255] = (
    digits.match(/../g) ?? []
  ).map((pair) => Number.parseInt(pair, 16));
  return [red, green, blue, alpha / 255];
};

const NUMBER = /^([+-]?(?:\d+\.?\d*|\.\d+))(%|deg)?$/;

/** A number of a colour function; `whole` is what 100 % stands for. */
const parseNumber = (text: string, whole: number): number => {
  const [, digits, unit] = NUMBER.exec(text) ?? [];
  if (digits === undefined) return Number.NaN;
  return unit === '%' ? (Number(digits) / 100) * whole : Number(digits);
};

const clamp = (value: number, most: number): number =>
  Math.min(Math.max(value, 0), most);

/** CSS Color 4, section 7.1. */
const fromHsl = (hue: number, saturation: number, light: number) => {
  const channel = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    const a = saturation * Math.min(light, 1 - light);
    return 255 * (light - a * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)] as const;
};

const parseFunction = (name: string, body: string): Rgba | undefined => {
  const parts = body.trim().split(/\s*[,/]\s*|\s+/);
  if (parts.length !== 3 && parts.length !== 4) return undefined;
  const [a = '', b = '', c = '', d = '1'] = parts;
  const alpha = clamp(parseNumber(d, 1), 1);
  if (name === 'rgb') {
    const [red, green, blue] = [a, b, c].map((part) =>
      clamp(parseNumber(part, 255), 255),
    ) as [number, number, number];
    return [red, green, blue, alpha];
  }
  const saturation = clamp(parseNumber(b, 1), 1);
  const light = clamp(parseNumber(c, 1), 1);
  const hue = parseNumber(a, 360);
  return [...fromHsl(hue, saturation, light), alpha];
};

/**
 * Reads a CSS colour that is written as `#…`, `rgb()`, `hsl()` or one of the
 * names of CSS 2.1; undefined for all others.
 */
export const parseColor = (text: string): Rgba | undefined => {
  const folded = text.trim().toLowerCase();
  const [, hex] = /^#([\da-f]{3,8})$/.exec(NAMED.get(folded) ?? folded) ?? [];
  if (hex !== undefined) return parseHex(hex);
  const [, name, body] = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(folded) ?? [];
  if (name === undefined || body === undefined) return undefined;
  const color = parseFunction(name, body);
  return color?.some(Number.isNaN) === true ? undefined : color;
};

const over = (front: Rgba, back: Rgba): Rgba => {
  const alpha = front[3];
  const mix = (index: 0 | 1 | 2): number =>
    front[index] * alpha + back[index] * (1 - alpha);
  return [mix(0), mix(1), mix(2), 1];
};

/** Relative luminance, WCAG 2.2. */
const luminance = ([red, green, blue]: Rgba): number => {
  const linear = (channel: number): number => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

const WHITE: Rgba = [255, 255, 255, 1];

/**
 * Contrast of a text with what it stands on, from 1 to 21 (WCAG 2.2). What
 * lets light through is taken to lie on white.
 */
export const contrastOf = (text: Rgba, background: Rgba): number => {
  const back = over(background, WHITE);
  const one = luminance(over(text, back)) + 0.05;
  const other = luminance(back) + 0.05;
  return Math.max(one, other) / Math.min(one, other);
};

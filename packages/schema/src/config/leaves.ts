import { z } from 'zod';
import { parseColor } from '../colors.ts';
import { isTimeZone } from '../time-zone.ts';
import { originOf, parseUrl } from '../parse-url.ts';
import { judged, strict, type Verdict } from './strict.ts';

/** The leaves of a site config: one value each, judged by itself. */

const MAX_NAME_CHARS = 128;

/** Tells what forbids a name or id. */
export const judgeName = (value: string): Verdict | undefined => {
  if (value.trim() === '')
    return { code: 'empty', advice: 'Give it a name of at least one letter.' };
  if (value.length > MAX_NAME_CHARS)
    return {
      code: 'out-of-range',
      advice: `Use at most ${MAX_NAME_CHARS} characters.`,
    };
  // oxlint-disable-next-line no-control-regex -- these are what is refused
  if (value !== value.trim() || /[\u0000-\u001f\u007f]/.test(value))
    return {
      code: 'bad-name',
      advice: 'Leave out control characters and white space at the ends.',
    };
  // The engine keeps what it knows of a name in plain objects.
  if (value in {})
    return {
      code: 'bad-name',
      advice: 'Every object of JavaScript has it: choose another name.',
    };
  return undefined;
};

/** An id, or the name under which something stands. */
export const name = judged(z.string(), judgeName);

/** Words that people read. */
export const words = z.string().min(1).max(2000);

export const share = judged(z.number(), (value) => {
  if (value >= 0 && value <= 1) return undefined;
  const advice =
    value > 1 && value <= 100
      ? `Write ${Number((value / 100).toPrecision(12))} for ${value} percent.`
      : 'Write a share from 0 to 1.';
  return { code: 'out-of-range', advice };
});

/** A whole number of things. */
export const count = z.int().min(0);

export const seconds = z.number().min(0).max(31_536_000);

const OPENABLE = ['http:', 'https:', 'mailto:', 'tel:'];

const judgeUrl = (value: string, schemes: readonly string[]) => {
  const url = parseUrl(value);
  const names = schemes.map((scheme) => scheme.slice(0, -1)).join(', ');
  if (url !== undefined && schemes.includes(url.protocol)) return undefined;
  return {
    code: 'bad-url',
    advice: `Write an absolute URL of ${names} (OF2).`,
  } as const;
};

/** OF2: what a click may open. */
export const openableUrl = judged(z.string(), (value) =>
  judgeUrl(value, OPENABLE),
);

/** A page or a picture: OF2 without mail and telephone. */
export const webUrl = judged(z.string(), (value) =>
  judgeUrl(value, ['http:', 'https:']),
);

/** Scheme, host and port of pages; nothing after them. */
export const origin = judged(z.string(), (value) => {
  const url = parseUrl(value);
  const isWeb = url !== undefined && /^https?:$/.test(url.protocol);
  if (isWeb && url.href === `${originOf(url)}/`) return undefined;
  return {
    code: 'bad-url',
    advice: 'Write scheme and host alone, such as https://shop.example.',
  };
});

export const timeZone = judged(z.string(), (value) =>
  isTimeZone(value)
    ? undefined
    : {
        code: 'bad-time-zone',
        advice: 'Write an IANA name such as Europe/London.',
      },
);

/** BCP 47, by its shape. */
export const language = judged(z.string(), (value) =>
  /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(value)
    ? undefined
    : { code: 'bad-language', advice: 'Write a BCP 47 tag such as en-GB.' },
);

export const currency = judged(z.string(), (value) =>
  /^[a-z]{3}$/i.test(value.trim())
    ? undefined
    : { code: 'bad-currency', advice: 'Write three letters such as EUR.' },
);

/** CSS pixels of a thing that is seen. */
export const size = z.number().min(1).max(4000);

/** A picture; `alt` is empty for one that says nothing. */
export const picture = strict({
  url: webUrl,
  alt: z.string().max(500),
  width: size.exactOptional(),
  height: size.exactOptional(),
});

export const color = judged(z.string(), (value) =>
  parseColor(value) === undefined
    ? {
        code: 'bad-color',
        advice: 'Write it as #rrggbb, rgb(), hsl() or a name of CSS 2.1.',
      }
    : undefined,
);

import { z } from 'zod';
import { compileCss } from '../creative/compile-css.ts';
import { compileHtml } from '../creative/compile-html.ts';
import { color, picture } from './leaves.ts';
import { strict, withRules, type Loose, type Report } from './strict.ts';

/** How long an author's html or css may be. */
const MAX_SOURCE_CHARS = 20_000;

const line = z.string().min(1).max(500);
const source = z.string().min(1).max(MAX_SOURCE_CHARS);

const PLAIN_KEYS = ['title', 'text', 'action', 'image'];

const checkSources = (value: Loose, report: Report): void => {
  const { html, css } = value;
  if (typeof html === 'string')
    for (const advice of compileHtml(html).problems)
      report('html-not-allowed', ['html'], advice);
  if (typeof css === 'string')
    for (const advice of compileCss(css).problems)
      report('css-not-allowed', ['css'], advice);
};

const checkKeys = (value: Loose, report: Report): void => {
  const plain = [...PLAIN_KEYS, 'close', 'colors'].filter(
    (key) => key in value,
  );
  const [first] = plain;
  if ('html' in value && first !== undefined)
    report('conflict', [first], 'Give html alone, or the parts without html.');
  if ('css' in value && !('html' in value))
    report('conflict', ['css'], 'It styles html: give html too, or colors.');
  if (!('html' in value) && !PLAIN_KEYS.some((key) => key in value))
    report('missing', [], `Give html, or one of ${PLAIN_KEYS.join(', ')}.`, [
      'html',
      ...PLAIN_KEYS,
    ]);
};

/** OF3 */
export const creative = withRules(
  strict({
    title: line.exactOptional(),
    text: z.string().min(1).max(2000).exactOptional(),
    action: line.exactOptional(),
    close: line.exactOptional(),
    image: picture.exactOptional(),
    colors: strict({
      background: color.exactOptional(),
      text: color.exactOptional(),
      accent: color.exactOptional(),
      accentText: color.exactOptional(),
      border: color.exactOptional(),
    }).exactOptional(),
    html: source.exactOptional(),
    css: source.exactOptional(),
  }),
  (value, report) => {
    checkKeys(value, report);
    checkSources(value, report);
  },
);

export type AuthoredCreative = z.output<typeof creative>;

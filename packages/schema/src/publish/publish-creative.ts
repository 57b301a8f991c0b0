import { compileCss } from '../creative/compile-css.ts';
import { compileHtml } from '../creative/compile-html.ts';
import type { PublishedCreative } from '../creative.ts';
import type { AuthoredCreative } from '../config/creative.ts';

/** An offer's looks as the tag draws them, without any HTML to parse (OF3). */
export const publishCreative = ({
  html,
  css,
  ...plain
}: AuthoredCreative): PublishedCreative => {
  if (html === undefined) return plain;
  const { tree } = compileHtml(html);
  return css === undefined ? { tree } : { tree, css: compileCss(css).css };
};

import type {
  PlainCreative,
  PublishedCreative,
  PublishedEngagement,
} from '@beckon/schema/types';
import type { Look } from './ports.ts';

/**
 * A button at the left or right edge of the page, its words along the edge
 * (OF1). It reads upwards on the left: all of it is turned.
 *
 * @returns Undefined for what takes the chunk `offers`: other formats, and
 * sticky ones with pictures, trees, an own place, or a tab to open.
 */
export function arrangeSticky(
  { format, placement = {}, target, url, zone }: PublishedEngagement,
  creative: PublishedCreative | undefined,
): Look | undefined {
  const { action, title = action, colors = {}, ...more } =
    // A tree has other parts, and so takes the chunk.
    creative as PlainCreative;
  const isPlain = !Object.keys({ ...more, ...placement })[0];
  if (format !== 'sticky' || target === 'new' || !isPlain || !title)
    return undefined;
  const own = Object.entries(colors).map(
    ([part, color]) => `--${part}:${color};`,
  );
  return {
    tree: [
      [
        url ? 'a' : 'button',
        { 'data-beckon': 'click', ...(url && { href: url }) },
        title,
      ],
    ],
    css: `${HOST_CSS}:host{z-index:2147483000!important;${own.join('')}}[data-beckon]{position:fixed;${zone}:env(safe-area-inset-${zone},0);${zone === 'left' ? 'rotate:180deg;' : ''}${CSS}`,
  };
}

/** Nothing of the page's styles comes in, and it takes no room. */
export const HOST_CSS = ':host{all:initial!important;position:fixed!important}';

const CSS =
  'top:50%;translate:0 -50%;max-height:70%;padding:18px 11px;border:1px solid var(--border,#fff3);border-radius:14px 0 0 14px;background:var(--accent,#4338ca);color:var(--accentText,#fff);box-shadow:0 4px 24px #0004;font:600 15px/1.3 system-ui,sans-serif;text-decoration:none;writing-mode:vertical-rl;cursor:pointer}';

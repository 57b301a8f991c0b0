import type { AuthoredEngagement } from '../config/engagement.ts';
import { HOST_CSS } from '../constants.ts';
import type {
  DrawnLook,
  PlainCreative,
  PublishedCreative,
} from '../creative.ts';

/**
 * Arranges a button at the left or right edge of the page, its words along the
 * edge (OF1). It reads upwards on the left: all of it is turned.
 *
 * @returns Undefined for what takes the tag's chunk `offers`: other formats, and
 * sticky ones with pictures, trees, an own place, or a tab to open (TG4).
 */
export function stickyLook(
  { format, kind, placement = {}, target, url, zone }: AuthoredEngagement,
  creative: PublishedCreative,
): DrawnLook | undefined {
  if (format !== 'sticky' || 'tree' in creative) return undefined;
  const { action, title = action, colors, ...more } = creative;
  const isPlain = !Object.keys({ ...more, ...placement })[0];
  const link = kind === 'content' ? url : undefined;
  if (!isPlain || !title || (link && target === 'new')) return undefined;
  return {
    tree: [
      [
        link ? 'a' : 'button',
        { 'data-beckon': 'click', ...(link && { href: link }) },
        title,
      ],
    ],
    css: cssOf(zone, colors),
  };
}

function cssOf(
  zone: string | undefined,
  colors: PlainCreative['colors'] = {},
): string {
  const own = Object.entries(colors)
    .map(([part, color]) => `--${part}:${color};`)
    .join('');
  const edge = `${zone}:env(safe-area-inset-${zone},0);`;
  const turn = zone === 'left' ? 'rotate:180deg;' : '';
  return `${HOST_CSS}:host{z-index:2147483000!important;${own}}[data-beckon]{position:fixed;${edge}${turn}${CSS}`;
}

/** Slimmer on phones, where it stands on the words of the page. */
const CSS =
  'top:50%;translate:0 -50%;max-height:70%;padding:18px 11px;border:1px solid var(--border,#fff3);border-radius:14px 0 0 14px;background:var(--accent,#4338ca);color:var(--accentText,#fff);box-shadow:0 4px 24px #0004;font:600 15px/1.3 system-ui,sans-serif;text-decoration:none;writing-mode:vertical-rl;cursor:pointer}@media(max-width:600px){[data-beckon]{padding:16px 7px;font-size:14px}}';

import { HOST_CSS } from '@beckon/schema/constants';
import type {
  CreativeElement,
  CreativeNode,
  PlainCreative,
  VisitorEngagement,
} from '@beckon/schema/types';
import type { Look } from '../ports.ts';
import type { Arrange } from '../tag.ts';
import { CARD_CSS, DARK_CSS } from './card-css.ts';
import { card, clickSpot, closeCross, picture, words } from './card-parts.ts';
import { FORMAT_CSS } from './format-css.ts';

const Z_INDEX = 2_147_483_000;

type Arranged = readonly [className: string, ...inside: CreativeNode[]];
type ArrangeFormat = (
  engagement: VisitorEngagement,
  creative: PlainCreative,
) => Arranged;

/** What stands in the frame of each format (OF1). */
const FORMATS: Readonly<Record<string, ArrangeFormat>> = {
  sticky: (engagement, creative) => [
    'side',
    [
      'div',
      { class: 'tab' },
      clickSpot(
        engagement,
        'whole',
        ...picture(creative),
        creative.title ?? creative.action ?? creative.text ?? '',
      ),
      ...(creative.close ? [closeCross(creative)] : []),
    ],
  ],
  'slide-out': (engagement, creative) => [
    'side',
    [
      'button',
      { class: 'pin', dir: 'auto', type: 'button', 'aria-expanded': 'false' },
      creative.title ?? creative.action ?? '',
    ],
    ['div', { class: 'panel' }, card(engagement, creative)],
  ],
  toaster: (engagement, creative) => ['toaster', card(engagement, creative)],
  overlay: (engagement, creative) => ['overlay', card(engagement, creative)],
  'peeling-corner': (engagement, creative) => [
    'corner',
    clickSpot(engagement, 'under', [
      'span',
      { class: 'label' },
      ...words(creative).map(inline),
    ]),
    ['div', { class: 'curl' }],
    closeCross(creative),
  ],
  embedded: (engagement, creative) => [
    'embedded',
    card(engagement, creative, false),
  ],
};

/** Any offer's looks but the plain sticky one's, which are published (TG4). */
export const arrange: Arrange = (engagement, creative): Look => {
  const { format } = engagement;
  const isTree = !creative || 'tree' in creative;
  const [, ...inside] = isTree
    ? ['', ['div', {}, ...(creative?.tree ?? [])] as const]
    : (FORMATS[format]?.(engagement, creative) ?? ['']);
  return {
    tree: [
      [
        'div',
        { class: `frame ${frameClasses(engagement)}` },
        ...dim(engagement),
        ...inside,
      ],
    ],
    css: [
      HOST_CSS,
      // An author's tree keeps the browser's own looks.
      isTree ? '' : CARD_CSS,
      isTree || 'colors' in creative ? '' : DARK_CSS,
      FORMAT_CSS[format],
      ownCss(engagement, creative),
      creative && 'css' in creative ? creative.css : '',
    ].join(''),
  };
};

/** A dimmed page; a click on it is a no. */
function dim({ format, placement = {} }: VisitorEngagement): CreativeElement[] {
  return format === 'overlay' && placement['dimmed']
    ? [['div', { class: 'dim', 'data-beckon': 'close' }]]
    : [];
}

function frameClasses({ format, placement = {}, zone }: VisitorEngagement) {
  const { align = 'end', corner = 'top-right', edge = 'bottom' } = placement;
  const { position = 'center' } = placement;
  if (format === 'toaster') return `${edge} ${align}`;
  if (format === 'overlay') return `${position}`.replace('-', ' ');
  if (format === 'peeling-corner') return `${corner}`.replace('top-', '');
  return zone === 'left' || zone === 'right' ? zone : '';
}

/** What the author chose: colours, place along the edge, offsets, layer. */
function ownCss(
  { placement = {} }: VisitorEngagement,
  creative: Parameters<Arrange>[1],
): string {
  const { align, offsetX = 0, offsetY = 0, zIndex = Z_INDEX } = placement;
  const { colors, text = '', title = '' } = (creative ?? {}) as PlainCreative;
  const along = align === 'start' ? 15 : align === 'end' ? 85 : 50;
  const properties = {
    ...colors,
    ox: `${offsetX}px`,
    oy: `${offsetY}px`,
    size: `${Math.round(105 + Math.sqrt((1.7 * title.length + text.length) * 175))}px`,
    along: `calc(${along}% ${along > 50 ? '-' : '+'} ${offsetY}px)`,
  };
  const own = Object.entries(properties).map(
    ([name, value]) => `--${name}:${value}`,
  );
  return `:host{z-index:${zIndex}!important;${own.join(';')}}`;
}

/** In a link or a button stand no paragraphs. */
function inline(node: CreativeNode): CreativeNode {
  if (typeof node === 'string') return node;
  const [, attributes, ...children] = node;
  return ['span', attributes, ...children];
}

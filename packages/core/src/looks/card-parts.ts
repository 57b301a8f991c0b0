import type {
  CreativeElement,
  CreativeNode,
  PlainCreative,
  VisitorEngagement,
} from '@beckon/schema/types';

/** For closing, where the author has no words for it. */
const CLOSE = 'Close';

/** What a click on an offer is: a link for content, a button for the window. */
export function clickSpot(
  { target, url }: VisitorEngagement,
  className: string,
  ...children: CreativeNode[]
): CreativeElement {
  const spot = { 'data-beckon': 'click', class: className };
  if (!url) return ['button', { ...spot, type: 'button' }, ...children];
  const where = target === 'new' ? { target: '_blank', rel: 'noopener' } : {};
  return ['a', { ...spot, href: url, ...where }, ...children];
}

export function closeCross({ close = CLOSE }: PlainCreative): CreativeElement {
  return [
    'button',
    { 'data-beckon': 'close', class: 'x', type: 'button', 'aria-label': close },
    ['span', { 'aria-hidden': 'true' }],
  ];
}

export function picture({ image }: PlainCreative): CreativeNode[] {
  if (!image) return [];
  const { alt, height, url, width } = image;
  const size = {
    ...(width && { width: String(width) }),
    ...(height && { height: String(height) }),
  };
  return [['img', { src: url, alt, class: 'picture', ...size }]];
}

/** Title and text, each read in its own direction (WI3). */
export function words({ text, title }: PlainCreative): CreativeNode[] {
  return [
    ...(title ? [['p', { class: 'title', dir: 'auto' }, title] as const] : []),
    ...(text ? [['p', { class: 'text', dir: 'auto' }, text] as const] : []),
  ];
}

/** The button, and the words for no where the author gave some. */
export function actions(
  engagement: VisitorEngagement,
  { action, close }: PlainCreative,
): CreativeNode[] {
  const no: CreativeElement = [
    'button',
    { 'data-beckon': 'close', class: 'no', type: 'button' },
    close ?? '',
  ];
  const spots = [
    ...(action ? [clickSpot(engagement, 'yes', action)] : []),
    ...(close ? [no] : []),
  ];
  return spots[0] ? [['div', { class: 'actions' }, ...spots]] : [];
}

/** A card: picture, words, buttons. Without a button all of it is one. */
export function card(
  engagement: VisitorEngagement,
  creative: PlainCreative,
  hasCross = true,
): CreativeElement {
  const inside = [
    ...picture(creative),
    ['div', { class: 'words' }, ...words(creative)] as const,
  ];
  return [
    'div',
    {
      class: 'card',
      role: 'region',
      'aria-label': creative.title ?? creative.text ?? creative.action ?? '',
    },
    ...(creative.action
      ? [...inside, ...actions(engagement, creative)]
      : [clickSpot(engagement, 'whole', ...inside)]),
    ...(hasCross ? [closeCross(creative)] : []),
  ];
}

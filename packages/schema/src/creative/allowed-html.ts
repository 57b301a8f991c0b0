/**
 * What an html creative may be made of (OF3). What is not here is refused:
 * nothing runs, nothing is sent, nothing loads but pictures, and nothing asks
 * for input, for an offer is no place for a visitor's data.
 */
export const ALLOWED_ELEMENTS: ReadonlySet<string> = new Set(
  `a abbr address article aside b bdi bdo blockquote br button cite code
  dd del div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i
  img ins kbd li main mark nav ol p pre q s samp section small span strong sub
  sup time u ul wbr`.split(/\s+/),
);

/** Elements around which white space has no width. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  `address article aside blockquote br dd div dl dt figcaption figure footer
  h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section ul`.split(/\s+/),
);

/** Attributes that every element may have; `aria-*` besides. */
export const GLOBAL_ATTRIBUTES: ReadonlySet<string> = new Set([
  'class',
  'data-beckon',
  'dir',
  'id',
  'lang',
  'role',
  'title',
]);

/** Attributes of one element. */
export const ELEMENT_ATTRIBUTES: ReadonlyMap<string, readonly string[]> =
  new Map([
    ['a', ['href']],
    ['button', ['type']],
    ['img', ['src', 'alt', 'width', 'height']],
    ['ol', ['start']],
    ['time', ['datetime']],
  ]);

/** The hot spots. */
export const BECKON_VALUES: readonly string[] = ['click', 'close'];

/** OF2, by the attribute that holds the URL. */
export const URL_SCHEMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['href', ['http:', 'https:', 'mailto:', 'tel:']],
  ['src', ['http:', 'https:']],
]);

/** Deeper trees are refused: the tag draws them by recursion. */
export const MAX_DEPTH = 32;

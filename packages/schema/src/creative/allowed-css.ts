/**
 * What the style sheet of an html creative may say (OF3). Everything here
 * stays within the offer: nothing loads but https pictures, nothing is laid
 * over the page.
 */
export const ALLOWED_AT_RULES: ReadonlySet<string> = new Set([
  'media',
  'supports',
  'container',
  'keyframes',
]);

/** Properties by their first words; all that begin with one are allowed. */
const FAMILIES = `align animation aspect-ratio background border box-shadow
  box-sizing caret color column columns container contain cursor direction
  display filter flex float clear font gap grid height hyphens inline-size
  block-size inset isolation justify left right top bottom letter-spacing
  line-height list-style margin mask max min mix-blend-mode object opacity order
  outline overflow overscroll-behavior padding place perspective position quotes
  rotate row-gap scale scroll tab-size text touch-action transform transition
  translate unicode-bidi user-select vertical-align visibility white-space width
  word z-index accent-color backdrop-filter content clip-path counter
  forced-color-adjust print-color-adjust will-change writing-mode`.split(/\s+/);

/** Tells whether a property may stand in a creative's style sheet. */
export const isAllowedProperty = (property: string): boolean =>
  property.startsWith('--') ||
  FAMILIES.some(
    (family) => property === family || property.startsWith(`${family}-`),
  );

export const ALLOWED_FUNCTIONS: ReadonlySet<string> = new Set(
  `blur brightness calc circle clamp color color-mix conic-gradient contrast
  counter counters cubic-bezier drop-shadow ellipse env fit-content grayscale
  hsl hsla hue-rotate hwb inset invert lab lch linear linear-gradient matrix
  matrix3d max min minmax oklab oklch opacity perspective polygon
  radial-gradient repeat repeating-conic-gradient repeating-linear-gradient
  repeating-radial-gradient rgb rgba rotate rotate3d rotatex rotatey rotatez
  saturate scale scale3d scalex scaley scalez sepia skew skewx skewy steps
  translate translate3d translatex translatey translatez var`.split(/\s+/),
);

/**
 * `fixed` and `sticky` would leave the offer's place and could cover the page;
 * a variable could say so where nobody looks.
 */
export const ALLOWED_POSITIONS: ReadonlySet<string> = new Set([
  'static',
  'relative',
  'absolute',
]);

/** These style the host, which is the tag's. */
export const REFUSED_PSEUDO_CLASSES: ReadonlySet<string> = new Set([
  'host',
  'host-context',
  'root',
  'has-slotted',
]);

const DEVICE_WIDTH = 'device-width';
/** WM3: a layout viewport wider than this times the screen is a desktop page. */
const MAX_RATIO = 1.2;

/**
 * Whether a page's viewport meta tags make it as wide as the device (WM3). They
 * are read as browsers do: the last tag alone counts, its pairs stand between
 * commas, semicolons and white space, white space may stand around `=`, case
 * does not matter, and the last `width` wins.
 *
 * @param contents The tags' `content`, in document order.
 * @see https://drafts.csswg.org/css-viewport/#parsing-algorithm
 */
export function readViewport(contents: readonly string[]): boolean {
  const last = contents[contents.length - 1] ?? '';
  const pairs = last
    .toLowerCase()
    .matchAll(/([^\s,;=]+)\s*=[\s=]*([^\s,;=]*)/g);
  let width = '';
  for (const [, name, value = ''] of pairs) if (name === 'width') width = value;
  return width === DEVICE_WIDTH;
}

/** WM2: whether a window over all of the page can be read on this device. */
export const fitsDevice = (
  contents: readonly string[],
  { layout, screen }: { readonly layout: number; readonly screen: number },
): boolean => readViewport(contents) && layout <= MAX_RATIO * screen;

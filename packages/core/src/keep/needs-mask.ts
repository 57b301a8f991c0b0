import type { BeckonEvents, EventType } from '../api.ts';
import type { Tag } from '../tag.ts';

interface Masking {
  readonly realTime: readonly string[];
  readonly builtIn: Readonly<Record<string, boolean>>;
  readonly attributes: readonly string[];
}

/** The least digits of anything that a built-in mask covers: an IBAN's. */
const LEAST_DIGITS = 7;

/**
 * Whether an event could hold what must be covered before it leaves the browser
 * (DP1). Few do: most pages never load the chunk that covers it.
 */
export function needsMask(
  { config }: Tag,
  type: EventType,
  event: BeckonEvents[EventType],
): boolean {
  const { attributes, builtIn, realTime } = config.tag['masking'] as Masking;
  if (type === 'attribute') return !!attributes[0];
  if (type !== 'page') return false;
  const { title, url } = event as BeckonEvents['page'];
  // No host is anybody's number.
  const text = `${url.slice(url.indexOf('/', 'https://'.length))} ${title}`;
  // All scripts' digits, where there are such: their pattern is a big one.
  const digits = text.replace(/[^\0-\x7f]/.test(text) ? /\P{Nd}/gu : /\D/g, '');
  const isSuspect = digits.length >= LEAST_DIGITS || /@|%40/.test(text);
  return !!realTime[0] || (isSuspect && Object.values(builtIn).includes(true));
}

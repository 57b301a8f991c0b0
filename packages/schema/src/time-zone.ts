const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const YEARS = 5;

/** Tells whether Intl knows an IANA time zone of this name. */
export const isTimeZone = (name: string): boolean => {
  // Offsets such as +01:00 are no names, and not every browser reads them.
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // RangeError: unknown, which is the answer.
    return false;
  }
};

/** The name that Intl itself uses for a zone, which browsers report. */
export const canonicalTimeZone = (name: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;

type OffsetAt = (at: number) => number;

const offsetReader = (zone: string): OffsetAt => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at))
      part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
    const local = Date.UTC(year, month - 1, day, hour, minute, part['second']);
    return Math.round((local - Math.floor(at / 1000) * 1000) / MINUTE_MS);
  };
};

/** The first whole minute in (from, to] at which the offset is no more `was`. */
const bisect = (offsetAt: OffsetAt, from: number, to: number): number => {
  const was = offsetAt(from);
  let before = from;
  let after = to;
  while (after - before > MINUTE_MS) {
    const middle = Math.floor((before + after) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetAt(middle) === was) before = middle;
    else after = middle;
  }
  return after;
};

/** Offset changes between two whole minutes, as pairs of moment and offset. */
const transitions = (
  offsetAt: OffsetAt,
  from: number,
  to: number,
): { at: number; offset: number }[] => {
  const found: { at: number; offset: number }[] = [];
  let offset = offsetAt(from);
  for (let day = from; day < to; day += DAY_MS) {
    const end = Math.min(day + DAY_MS, to);
    const next = offsetAt(end);
    if (next === offset) continue;
    found.push({ at: bisect(offsetAt, day, end), offset: next });
    offset = next;
  }
  return found;
};

/**
 * A zone's offsets from UTC for the five years that begin a day before the UTC
 * year of `now`: the first offset, then pairs of a moment and the offset from
 * then on; all in minutes, moments since the epoch.
 *
 * @see SL8
 */
export const offsetsOf = (zone: string, now: number): readonly number[] => {
  const year = new Date(now).getUTCFullYear();
  const from = Date.UTC(year, 0, 1) - DAY_MS;
  const to = Date.UTC(year + YEARS, 0, 1);
  const offsetAt = offsetReader(zone);
  return [
    offsetAt(from),
    ...transitions(offsetAt, from, to).flatMap(({ at, offset }) => [
      at / MINUTE_MS,
      offset,
    ]),
  ];
};

/**
 * The first moment, in epoch ms, at which a date has begun in a zone: its
 * midnight, or where clocks leap over midnight the moment of the leap (SL8).
 *
 * @param local The date's midnight as if the zone were UTC.
 */
export const startOfDay = (zone: string, local: number): number => {
  const offsetAt = offsetReader(zone);
  // No zone is further from UTC than 15 hours.
  const from = local - DAY_MS;
  const to = local + DAY_MS;
  const changes = transitions(offsetAt, from, to);
  let start = from;
  let offset = offsetAt(from);
  for (const change of [...changes, { at: to, offset: 0 }]) {
    const begins = Math.max(start, local - offset * MINUTE_MS);
    if (begins < change.at) return begins;
    start = change.at;
    offset = change.offset;
  }
  return local - offset * MINUTE_MS;
};

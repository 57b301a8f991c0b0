/** Numbers, times and lengths of time in the agent's own language and zone. */
export interface Formats {
  time(at: number): string;
  dateTime(at: number): string;
  /** "Today", "Yesterday", else the date. */
  day(at: number, nowMs: number): string;
  /** "4 min", "2 h", for waiting times and visits. */
  length(ms: number): string;
  /** "3 days ago". */
  ago(at: number, nowMs: number): string;
  money(amount: number, currency?: string): string;
  number(value: number): string;
  language(code: string): string;
  date(year: number, month?: number, day?: number): string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function createFormats(locale?: string, timeZone?: string): Formats {
  const zone = timeZone === undefined ? {} : { timeZone };
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...zone });
  const dateTime = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...zone,
  });
  const dayOnly = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...zone,
  });
  const dayKey = new Intl.DateTimeFormat('en-CA', {
    dateStyle: 'short',
    ...zone,
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale);
  const names = new Intl.DisplayNames(locale ? [locale] : undefined, {
    type: 'language',
  });
  return {
    time: (at) => time.format(inRange(at)),
    dateTime: (at) => dateTime.format(inRange(at)),
    day(at, nowMs) {
      const key = dayKey.format(inRange(at));
      const word = [0, -1].find(
        (days) => dayKey.format(nowMs + days * DAY) === key,
      );
      if (word === undefined) return dayOnly.format(inRange(at));
      const text = relative.format(word, 'day');
      return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
    },
    length: (ms) => formatLength(inRange(ms), locale),
    ago: (at, nowMs) => formatAgo(relative, inRange(at) - nowMs),
    money: (amount, currency) => formatMoney(number, locale, amount, currency),
    number: (value) => number.format(value),
    language: (code) => nameLanguage(names, code),
    date: (year, month, day) =>
      [year, month, day]
        .filter((part) => part !== undefined)
        .map((part) => String(part).padStart(2, '0'))
        .join('-'),
  };
}

/** Moments come from visitors' browsers; Intl throws for those that are none. */
function inRange(ms: number): number {
  return Math.abs(ms) <= 8.64e15 ? ms : 0;
}

function formatLength(ms: number, locale: string | undefined): string {
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'narrow',
    }).format(value);
  const past = Math.max(0, ms);
  if (past < MINUTE) return unit(Math.floor(past / 1000), 'second');
  if (past < HOUR) return unit(Math.floor(past / MINUTE), 'minute');
  if (past >= DAY) return unit(Math.floor(past / DAY), 'day');
  const minutes = Math.floor((past % HOUR) / MINUTE);
  const hours = unit(Math.floor(past / HOUR), 'hour');
  return minutes === 0 ? hours : `${hours} ${unit(minutes, 'minute')}`;
}

function formatAgo(relative: Intl.RelativeTimeFormat, ms: number): string {
  const steps = [
    [DAY, 'day'],
    [HOUR, 'hour'],
    [MINUTE, 'minute'],
  ] as const;
  for (const [size, unit] of steps) {
    if (Math.abs(ms) >= size)
      return relative.format(Math.round(ms / size), unit);
  }
  return relative.format(0, 'minute');
}

function formatMoney(
  plain: Intl.NumberFormat,
  locale: string | undefined,
  amount: number,
  currency: string | undefined,
): string {
  if (currency === undefined) return plain.format(amount);
  try {
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
    }).format(amount);
  } catch {
    // A site can report any text as a currency.
    return `${plain.format(amount)} ${currency}`;
  }
}

function nameLanguage(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    // No language tag: shown as it came.
    return code;
  }
}

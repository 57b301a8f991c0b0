import type { TextKey, Texts } from '../texts/en.ts';
import type { Words } from '../texts/pick-texts.ts';

export type { TextKey, Texts, Words };

const DAY_MS = 86_400_000;

/** Moments in words; the formatters are made when the first is needed (CO4). */
export interface Moments {
  time(at: number): string;
  day(at: number): string;
  full(at: number): string;
}

/** @param now Epoch ms. */
export function createMoments(
  { language, say }: Words,
  now: () => number,
): Moments {
  const format = (options: Intl.DateTimeFormatOptions) => {
    let formatter: Intl.DateTimeFormat | undefined;
    return (at: number) => {
      formatter = formatter ?? createFormatter(language, options);
      return formatter.format(at);
    };
  };
  const time = format({ hour: 'numeric', minute: '2-digit' });
  const full = format({ dateStyle: 'long', timeStyle: 'short' });
  const date = format({ weekday: 'long', day: 'numeric', month: 'long' });
  return {
    time,
    full,
    day(at) {
      if (dayOf(at) === dayOf(now())) return say('today');
      if (dayOf(at) === dayOf(now() - DAY_MS)) return say('yesterday');
      return date(at);
    },
  };
}

/** The reader's day, in their zone. */
export const dayOf = (at: number): string => new Date(at).toDateString();

function createFormatter(
  language: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, options);
  } catch {
    // A page's `lang` may be anything.
    return new Intl.DateTimeFormat(undefined, options);
  }
}

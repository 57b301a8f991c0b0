import type { Words } from '../../texts/pick-texts.ts';
import { useScene } from '../scene.ts';

const DAY_MS = 86_400_000;

/** Moments in words; the formatters are made when the first is needed (CO4). */
export interface Moments {
  time(at: number): string;
  day(at: number): string;
  full(at: number): string;
}

function createMoments({ language, say }: Words, now: () => number): Moments {
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

let made: { readonly words: Words; readonly moments: Moments } | undefined;

/** In the words of what is drawn. */
export function useMoments(): Moments {
  const { now, words } = useScene();
  if (made?.words !== words)
    made = { words, moments: createMoments(words, now) };
  return made.moments;
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

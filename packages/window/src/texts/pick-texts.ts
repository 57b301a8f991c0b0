import type { WindowLook } from '../look.ts';
import { en } from './en.ts';
import type { TextKey, Texts } from './texts.ts';

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

/** The texts of one language, with what the site put in their place. */
export interface Words {
  /** BCP 47, as `Intl` takes it. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  say(key: TextKey, put?: Readonly<Record<string, string | number>>): string;
}

/**
 * The first language that there are texts for, else English (WI2).
 *
 * @param languages BCP 47, the best first; `pt-BR` falls back to `pt`.
 * @param catalogues Those that were fetched, by primary language.
 * @param english As far as it is there.
 */
export function pickTexts(
  languages: readonly string[],
  overrides: WindowLook['translationOverrides'] = {},
  catalogues: Readonly<Record<string, Texts>> = {},
  english: Partial<Texts> = en,
): Words {
  const wanted = languages.flatMap((tag) => [tag, primaryOf(tag)]);
  const known = (tag: string) =>
    tag === 'en' ||
    Object.hasOwn(catalogues, tag) ||
    Object.hasOwn(overrides, tag);
  const language = wanted.find(known) ?? 'en';
  const texts: Readonly<Record<string, string>> = {
    ...english,
    ...catalogues[primaryOf(language)],
    ...overrides[primaryOf(language)],
    ...overrides[language],
  };
  // The region goes with dates, even where the words are the same.
  const full =
    languages.find((tag) => primaryOf(tag) === primaryOf(language)) ?? language;
  return {
    language: full,
    direction: RIGHT_TO_LEFT.includes(primaryOf(language)) ? 'rtl' : 'ltr',
    say: (key, put = {}) =>
      (texts[key] ?? '').replace(/\{(\w+)\}/g, (all, name: string) =>
        String(put[name] ?? all),
      ),
  };
}

export const primaryOf = (tag: string) => tag.toLowerCase().split('-')[0] ?? '';

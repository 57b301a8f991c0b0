import type { en } from './en.ts';
import type { enMore } from './en-more.ts';

export type TextKey = keyof typeof en | keyof typeof enMore;

/** Every text of the window, in one language. */
export type Texts = Readonly<Record<TextKey, string>>;

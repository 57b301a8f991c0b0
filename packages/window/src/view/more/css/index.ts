import { ASIDE_CSS } from './aside.ts';
import { TALK_CSS } from './talk.ts';

/** The style sheet of what comes after the composer. */
export const MORE_CSS = TALK_CSS + ASIDE_CSS;

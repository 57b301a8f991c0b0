import { BASE_CSS } from './base.ts';
import { CORNER_CSS } from './corner.ts';
import { FRAME_CSS } from './frame.ts';
import { WRITE_CSS } from './write.ts';

/** The style sheet of all that is there up to the composer. */
export const WINDOW_CSS = BASE_CSS + FRAME_CSS + WRITE_CSS + CORNER_CSS;

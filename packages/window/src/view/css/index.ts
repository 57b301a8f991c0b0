import { BASE_CSS } from './base.ts';
import { CORNER_CSS } from './corner.ts';
import { FRAME_CSS } from './frame.ts';
import { TALK_CSS } from './talk.ts';
import { WRITE_CSS } from './write.ts';

/** The window's one style sheet. */
export const WINDOW_CSS = [
  BASE_CSS,
  FRAME_CSS,
  TALK_CSS,
  WRITE_CSS,
  CORNER_CSS,
].join('');

/** While the conversation is printed: nothing else, and all of it. */
export const PRINT_CSS = `
@media print {
  body { display: none !important; }
  html { overflow: visible !important; }
}
`;

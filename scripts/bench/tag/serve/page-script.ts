import { readFileSync } from 'node:fs';
import { BENCH } from './paths.ts';

/** The page's own script: it looks out for an offer. */
export const PAGE_SCRIPT = readFileSync(`${BENCH}site/page.js`, 'utf8');

export const PAGE_SCRIPT_LINES = PAGE_SCRIPT.split('\n').length;

import { inject } from 'vitest';
import type { Engine } from './essential.ts';
import type { FoundBrowser } from './found-browser.ts';

/** Browsers and servers, from the global setup. */
export const surroundings = inject('surroundings');

export function browserOf(engine: Engine): FoundBrowser | undefined {
  return surroundings.browsers.find((browser) => browser.engine === engine);
}

/** A page of the examples, on the site with the tag. */
export function pageUrl(path: string, site = surroundings.site): string {
  return `${site}/examples/${path}`;
}

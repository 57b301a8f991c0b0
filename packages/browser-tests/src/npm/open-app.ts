import type * as beckon from 'beckon';
import type { Page } from 'playwright';
import type { Arrive, Visitor } from '../harness/describe-engines.ts';
import { pageUrl, surroundings } from '../harness/surroundings.ts';
import { bundlePage, type React } from './bundle-page.ts';

/** What `page-globals.ts` puts there. */
declare global {
  interface Window {
    app: typeof beckon;
    notes: unknown[];
  }
}

/** A site whose sticky offer stands on every page. */
export const SITE = 'fernway-planner';

/** A page without the tag. */
export const BARE_PAGE = pageUrl('viewport/', surroundings.bareSite);

const bundles = new Map<React, Promise<string>>();

interface AppWish {
  /** Runs before the page's own scripts. */
  readonly before?: string;
  readonly react?: React;
  readonly url?: string;
}

/** A visitor on a page without the tag, with the package in `window.app`. */
export async function openApp(
  arrive: Arrive,
  { before, react, url = BARE_PAGE }: AppWish = {},
): Promise<Visitor> {
  const visitor = await arrive();
  if (before) await visitor.page.addInitScript(before);
  await visitor.page.goto(url);
  await addApp(visitor.page, react);
  return visitor;
}

export async function addApp(
  page: Page,
  react: React = 'react 19',
): Promise<void> {
  const known = bundles.get(react) ?? bundlePage(react);
  bundles.set(react, known);
  await page.addScriptTag({ content: await known });
}

/** What `createBeckon` is given. */
export function options(): { site: string; origin: string } {
  return { site: SITE, origin: surroundings.gateway };
}

/** Requests of a path of the gateway. */
export function asked({ seen }: Visitor, path: RegExp): string[] {
  const start = `GET ${surroundings.gateway}`;
  return seen.requests
    .filter((request) => request.startsWith(start))
    .map((request) => request.slice(start.length))
    .filter((request) => path.test(request));
}

export function notes(page: Page): Promise<unknown[]> {
  return page.evaluate('notes') as Promise<unknown[]>;
}

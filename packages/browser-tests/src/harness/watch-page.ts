import type { BrowserContext, Page } from 'playwright';
import { isBrowsersOwn } from './is-browsers-own.ts';

/** What a page let out, as it happens. */
export interface Seen {
  /** Uncaught errors and rejections. */
  readonly errors: string[];
  /** Console messages but the browser's own on resources that failed. */
  readonly console: string[];
  /** Violations of the page's Content-Security-Policy, Trusted Types included. */
  readonly violations: string[];
  /** Each request as `GET http://…`. */
  readonly requests: string[];
}

/** Collects what all pages of a context let out. */
export async function watchContext(context: BrowserContext): Promise<Seen> {
  const seen: Seen = { errors: [], console: [], violations: [], requests: [] };
  await context.exposeBinding('__violated', (_source, words: string) =>
    seen.violations.push(words),
  );
  await context.addInitScript(() => {
    const { __violated: tell } = window as unknown as {
      __violated(words: string): void;
    };
    addEventListener('securitypolicyviolation', (event) =>
      tell(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  context.on('page', (page) => watch(page, seen));
  return seen;
}

function watch(page: Page, seen: Seen): void {
  page.on('pageerror', ({ message }) => {
    if (!isBrowsersOwn(message)) seen.errors.push(message);
  });
  page.on('console', (message) => {
    const text = message.text();
    if (!isBrowsersOwn(text)) seen.console.push(`${message.type()}: ${text}`);
  });
  page.on('request', (request) =>
    seen.requests.push(`${request.method()} ${request.url()}`),
  );
}

import type { Visitor } from './describe-engines.ts';
import { surroundings } from './surroundings.ts';

/**
 * Names of everything that the site stored in this browser: cookies, web
 * storage, databases, caches. The Journal's own cookie, in which it keeps the
 * choice itself, is left out.
 */
export async function readStored({
  context,
  page,
}: Visitor): Promise<string[]> {
  const inPage = await page.evaluate(async () => {
    // Firefox of some versions has no list of databases.
    const databases = (await indexedDB.databases?.()) ?? [];
    return [
      ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
      ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
      ...databases.map(({ name }) => `indexedDB ${name}`),
      ...(await caches.keys()).map((name) => `caches ${name}`),
    ];
  });
  const cookies = await context.cookies([
    surroundings.site,
    surroundings.gateway,
    page.url(),
  ]);
  return [...cookies.map(({ name }) => `cookie ${name}`), ...inPage].filter(
    (name) => name !== 'cookie journal-consent',
  );
}

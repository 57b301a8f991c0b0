import type { Settings } from '../settings/read-settings.ts';

/**
 * GW5: whether a page is the gateway's own, by its Origin header: one of
 * `BECKON_CONSOLE_ORIGINS`, or of the host that the request was sent to. A
 * proxy ends TLS, so that the scheme is not compared.
 */
export function isConsoleOrigin(
  { consoleOrigins }: Pick<Settings, 'consoleOrigins'>,
  origin: string | undefined,
  host: string | undefined,
): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (!/^https?:$/.test(url.protocol)) return false;
  if (consoleOrigins !== undefined) return consoleOrigins.includes(url.origin);
  return host !== undefined && url.host === host.toLowerCase();
}

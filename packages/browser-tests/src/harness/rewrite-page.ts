import { hashesOf } from '../../../../scripts/lib/inline-scripts.mjs';
import { WRITTEN_ORIGIN } from './paths.ts';

const TAG =
  /<!-- Beckon: .*?-->\s*(<!-- prettier-ignore -->\s*)?<script.*?<\/script>/gs;

/** The page without the snippet that stands under its comment. */
export function withoutTag(page: string): string {
  return page.replaceAll(TAG, '');
}

/**
 * Response headers for a page in which the gateway's address was changed: the
 * address in the policy, and the hashes of inline scripts that named it.
 */
export function hashScripts(
  headers: Readonly<Record<string, string>>,
  written: string,
  served: string,
  gateway: string,
): Record<string, string> {
  const hashes = hashesOf(written).map(
    (hash, index) => [hash, hashesOf(served)[index] ?? hash] as const,
  );
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      hashes
        .reduce((text, [from, to]) => text.replaceAll(from, to), value)
        .replaceAll(WRITTEN_ORIGIN, gateway)
        .replaceAll(toSocket(WRITTEN_ORIGIN), toSocket(gateway)),
    ]),
  );
}

function toSocket(origin: string): string {
  return origin.replace(/^http/, 'ws');
}

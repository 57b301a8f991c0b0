import type { GatewayContext } from './gateway-env.ts';
import { matchesEtag } from './matches-etag.ts';
import { negotiateEncoding } from './negotiate-encoding.ts';
import { encodingsOf, type Variants } from './variants.ts';

/** How long browsers, and proxies on the way, may keep an answer. */
export const CACHING = {
  /** LD5: what may change at any time. */
  short: 'public, max-age=60, stale-while-revalidate=600',
  /** LD5: what has its hash or version in its name. */
  forever: 'public, max-age=31536000, immutable',
  /** GW1: availability. */
  availability: 'public, max-age=10',
  /** Pages that somebody is working on, and what is about one visitor. */
  never: 'no-store',
} as const;

/**
 * Answers a GET or HEAD in the encoding that the client likes best, or with
 * 304 where it has that already.
 *
 * @param headers Added to the answer, and to a 304 as well.
 */
export function answerVariants(
  c: GatewayContext,
  variants: Variants,
  headers: Readonly<Record<string, string>>,
): Response {
  const { byEncoding, identity, contentType } = variants;
  const wanted = negotiateEncoding(
    c.req.header('Accept-Encoding'),
    encodingsOf(variants),
  );
  const { bytes, encoding, etag } = byEncoding.get(wanted) ?? identity;
  const common = {
    ETag: etag,
    // In a 304 too: a cache takes what the 304 says over into what it keeps.
    'Content-Type': contentType,
    Vary: 'Accept-Encoding',
    ...headers,
  };
  if (matchesEtag(c.req.header('If-None-Match'), etag))
    return new Response(null, { status: 304, headers: common });
  return new Response(c.req.method === 'HEAD' ? null : bytes, {
    headers: {
      ...common,
      'Content-Length': String(bytes.length),
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    },
  });
}

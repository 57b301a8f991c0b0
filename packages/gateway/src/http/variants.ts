import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ENCODINGS, type Encoding } from './negotiate-encoding.ts';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

export interface Variant {
  readonly encoding: Encoding;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Strong, and another one for each encoding (RFC 9110, section 8.8.3). */
  readonly etag: string;
}

/** One content in each encoding that makes it smaller. */
export interface Variants {
  readonly contentType: string;
  readonly byEncoding: ReadonlyMap<Encoding, Variant>;
  readonly identity: Variant;
}

const COMPRESSIBLE =
  /^text\/|^application\/(?:javascript|json|wasm|xml|[a-z.-]+\+(?:json|xml))|^image\/svg/;

/** Compresses once, as small as it gets: what is served often is asked often. */
export async function createVariants(
  content: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<Variants> {
  const hash = createHash('sha256').update(content).digest('base64url');
  const variant = (
    encoding: Encoding,
    bytes: Uint8Array<ArrayBuffer>,
  ): Variant => ({
    encoding,
    bytes,
    etag: `"${hash.slice(0, 22)}${encoding === 'identity' ? '' : `-${encoding}`}"`,
  });
  const identity = variant('identity', content);
  const smaller = COMPRESSIBLE.test(contentType)
    ? [
        variant('br', await compressBrotli(content)),
        variant('gzip', await toGzip(content, { level: 9 })),
      ].filter(({ bytes }) => bytes.length < content.length)
    : [];
  const byEncoding = new Map(
    [...smaller, identity].map((each) => [each.encoding, each]),
  );
  return { contentType, identity, byEncoding };
}

function compressBrotli(
  content: Uint8Array<ArrayBuffer>,
): Promise<Buffer<ArrayBuffer>> {
  return toBrotli(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}

/** The encodings of which there is a variant. */
export const encodingsOf = ({ byEncoding }: Variants): ReadonlySet<Encoding> =>
  new Set(ENCODINGS.filter((encoding) => byEncoding.has(encoding)));

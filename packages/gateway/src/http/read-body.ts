import type { ProblemCode } from './problem.ts';

export type ReadBody =
  | { readonly status: 'read'; readonly value: unknown }
  | { readonly status: 'refused'; readonly code: ProblemCode };

const refused = (code: ProblemCode): ReadBody => ({ status: 'refused', code });

/**
 * Reads a JSON body that calls itself text/plain, as beacons do (NET1), or
 * application/json; never more of it than may be sent.
 */
export async function readJsonBody(
  request: Request,
  maxBytes: number,
): Promise<ReadBody> {
  if (!isJsonType(request.headers)) return refused('body-unsupported');
  const announced = Number(request.headers.get('Content-Length') ?? 0);
  if (announced > maxBytes) return refused('body-too-large');
  try {
    const bytes = await readBytes(request, maxBytes);
    return bytes === undefined ? refused('body-too-large') : parse(bytes);
  } catch {
    // The client went away, or broke its own framing: nobody reads the answer.
    return refused('bad-request');
  }
}

function isJsonType(headers: Headers): boolean {
  const encoding = headers.get('Content-Encoding') ?? 'identity';
  const [type = '', ...parameters] = (headers.get('Content-Type') ?? '')
    .toLowerCase()
    .split(';');
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/.exec(parameter))
    .find((match) => match !== null)?.[1];
  return (
    encoding.trim().toLowerCase() === 'identity' &&
    /^(?:text\/plain|application\/json)$/.test(type.trim()) &&
    /^utf-?8$/.test(charset ?? 'utf-8')
  );
}

/** @returns Undefined where it is more than may be sent. */
export async function readBytes(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) break;
    sizeBytes += value.length;
    // The rest is not waited for: the connection is given up.
    if (sizeBytes > maxBytes) return undefined;
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

function parse(bytes: Uint8Array): ReadBody {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { status: 'read', value: JSON.parse(text) as unknown };
  } catch {
    // What the parsers say quotes the body, which is the visitor's.
    return refused('body-not-json');
  }
}

import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../error-code.ts';

/** The file that says with which headers its neighbours are served. */
export const HEADERS_FILE = 'headers.json';

const headersSchema = z.record(
  z.string(),
  z.record(
    z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/),
    z.string().regex(/^[\t\u0020-\u007e]*$/),
  ),
);

/**
 * Reads the headers of a file from `headers.json` beside it:
 * `{ "index.html": { "Content-Security-Policy": "…" }, "*": { … } }`, `*` for
 * all files of the folder.
 *
 * @throws Error when there is such a file and it cannot be used: a page that
 *   lost its policy must not look as if it had one.
 */
export async function readPageHeaders(
  path: string,
): Promise<Readonly<Record<string, string>>> {
  const file = join(dirname(path), HEADERS_FILE);
  try {
    const all = headersSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return { ...all['*'], ...all[basename(path)] };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return {};
    throw new Error(
      `Failed to read page headers: ${file} is not { "file": { "Header": "value" } }. Mend it.`,
      { cause: error },
    );
  }
}

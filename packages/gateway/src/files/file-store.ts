import { readFile, stat } from 'node:fs/promises';
import { getMimeType } from 'hono/utils/mime';
import { createVariants, type Variants } from '../http/variants.ts';
import { realPathBelow, safePath } from './safe-path.ts';

export interface FileStore {
  /**
   * Reads a file, and compresses it, once for as long as it does not change.
   *
   * @param path As it stands in the URL, percent-encoded.
   */
  read(folder: string, path: string): Promise<Variants | undefined>;
}

interface Kept {
  /** Changes with the file. */
  readonly stamp: string;
  readonly variants: Promise<Variants>;
}

const MAX_FILES = 1000;

/** Files in memory, each in all its encodings. */
export function createFileStore(): FileStore {
  const kept = new Map<string, Kept>();
  return {
    async read(folder, path) {
      const safe = safePath(folder, path);
      const real = safe && (await realPathBelow(folder, safe));
      const stamp = real && (await readStamp(real));
      if (real === undefined || stamp === undefined) return undefined;
      const known = kept.get(real);
      if (known?.stamp === stamp) return known.variants;
      const variants = readVariants(real);
      // A file that cannot be read now is tried again when it is asked for.
      variants.catch(() => kept.delete(real));
      kept.delete(real);
      kept.set(real, { stamp, variants });
      const [oldest] = kept.keys();
      if (kept.size > MAX_FILES && oldest !== undefined) kept.delete(oldest);
      return variants;
    },
  };
}

async function readStamp(path: string): Promise<string | undefined> {
  const facts = await stat(path);
  const { ino, mtimeMs, size } = facts;
  return facts.isFile() ? `${ino} ${mtimeMs} ${size}` : undefined;
}

async function readVariants(path: string): Promise<Variants> {
  const type = getMimeType(path) ?? 'application/octet-stream';
  const content = new Uint8Array(await readFile(path));
  return createVariants(content, type);
}

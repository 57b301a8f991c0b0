import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/**
 * @typedef {object} BuiltFile
 * @property {string} file Below dist.
 * @property {string} integrity
 * @property {number} bytes
 * @property {number} gzip With `gzip -9`.
 * @property {number} brotli
 */

/** @param {string} code */
export function integrityOf(code) {
  return `sha256-${createHash('sha256').update(code).digest('base64')}`;
}

/**
 * Writes one of the files that the manifest names.
 *
 * @param {string} dist
 * @param {string} file
 * @param {string} code
 * @returns {Promise<BuiltFile>}
 */
export async function writeBuilt(dist, file, code) {
  await writeFile(join(dist, file), code);
  return {
    file,
    integrity: integrityOf(code),
    bytes: Buffer.byteLength(code),
    gzip: gzipSync(code, { level: constants.Z_BEST_COMPRESSION }).length,
    brotli: brotliCompressSync(code).length,
  };
}

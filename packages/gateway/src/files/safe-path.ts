import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';

/**
 * Turns the path of an address into a path below a folder, or undefined where
 * it would lead out of it, into a hidden file, or is written so that it could
 * mean two things.
 *
 * @param path As it stands in the URL, percent-encoded, without the leading
 *   slash; empty names the folder.
 */
export function safePath(folder: string, path: string): string | undefined {
  if (path === '') return folder;
  const segments = path.split('/').map(decodeSegment);
  const isSafe = segments.every(
    (segment): segment is string =>
      segment !== undefined &&
      segment !== '' &&
      !segment.startsWith('.') &&
      // oxlint-disable-next-line no-control-regex -- these are what is refused
      !/[/\\\u0000-\u001f\u007f]/.test(segment),
  );
  return isSafe ? join(folder, ...segments) : undefined;
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Not percent-encoding: no file of ours has such a name.
    return undefined;
  }
}

/**
 * The real path of a file below a folder, links followed, or undefined where
 * there is none or a link leads out of the folder.
 */
export async function realPathBelow(
  folder: string,
  path: string,
): Promise<string | undefined> {
  try {
    const [root, real] = await Promise.all([realpath(folder), realpath(path)]);
    return real === root || real.startsWith(root + sep) ? real : undefined;
  } catch {
    // Not there, or not to be read: both are "not found" to whoever asks.
    return undefined;
  }
}

import type { FileStore } from './file-store.ts';
import { listFiles } from './list-files.ts';

/** Reads and compresses a folder's scripts, so that no visitor waits for it. */
export async function warmFiles(
  files: FileStore,
  folder: string,
): Promise<void> {
  const paths = await listFiles(folder);
  for (const path of paths.filter((name) => name.endsWith('.js')))
    await files.read(folder, path.split('/').map(encodeURIComponent).join('/'));
}

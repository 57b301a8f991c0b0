import { readFile } from 'node:fs/promises';

/** The release, as its package.json says. */
export async function readVersion(): Promise<string> {
  const url = new URL('../../package.json', import.meta.url);
  const { version } = JSON.parse(await readFile(url, 'utf8')) as {
    version: string;
  };
  return version;
}

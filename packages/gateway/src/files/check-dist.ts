import { access, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../error-code.ts';
import { StartFailure } from '../start-failure.ts';

/** What the build writes: logical name to the file that has it. */
const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string().min(1),
    integrity: z.string(),
    bytes: z.number(),
    gzip: z.number(),
    brotli: z.number(),
  }),
);

const ADVICE = 'Run "npm run build", or set BECKON_DIST to the built files.';

/**
 * Looks whether a folder holds the built files.
 *
 * @returns Files that the manifest names and that are not there.
 * @throws StartFailure where there is no core or no manifest to serve.
 */
export async function checkDist(dist: string): Promise<readonly string[]> {
  const core = resolve(dist, 'beckon.js');
  const path = resolve(dist, 'manifest.json');
  await access(core).catch((error: unknown) => {
    throw new StartFailure(
      `Failed to read built files: ${core} ${sayFileProblem(error)}. ${ADVICE}`,
    );
  });
  const manifest = await readManifest(path);
  const files = Object.values(manifest).map(({ file }) => file);
  const there = await Promise.all(
    files.map((file) => exists(join(dist, file))),
  );
  return files.filter((_, index) => there[index] === false);
}

async function readManifest(
  path: string,
): Promise<z.output<typeof manifestSchema>> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return manifestSchema.parse(value);
  } catch (error) {
    const arrived =
      error instanceof SyntaxError || error instanceof z.ZodError
        ? 'is no manifest of a build'
        : sayFileProblem(error);
    throw new StartFailure(
      `Failed to read built files: ${path} ${arrived}. ${ADVICE}`,
    );
  }
}

const sayFileProblem = (error: unknown): string =>
  errorCode(error) === 'ENOENT'
    ? 'does not exist'
    : `cannot be read (${errorCode(error)})`;

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

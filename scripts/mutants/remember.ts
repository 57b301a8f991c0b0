import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { REPO } from '../lib/repo.mjs';

/** Inside Stryker's copy of the repo, which every run makes anew. */
const FOLDER = join(REPO, 'reports', 'remembered');

// Provided by Stryker's vitest runner; nobody else does.
const mode: unknown = inject('mode' as never);

/**
 * Makes a function of JSON to JSON whose answers the run without a mutant
 * writes down, so that the runs with one read them: no mutant is in the code
 * that gives them, and it takes longer to load than all tests to run.
 *
 * @param load Brings the real function; not called where all is known.
 */
export async function remember<Given extends unknown[], Answer>(
  load: () => Promise<(...given: Given) => Answer>,
): Promise<(...given: Given) => Answer> {
  if (mode === undefined) return load();
  const real = mode === 'mutant' ? undefined : await load();
  mkdirSync(FOLDER, { recursive: true });
  return (...given) => {
    const key = createHash('sha256')
      .update(JSON.stringify(given))
      .digest('hex');
    const file = join(FOLDER, `${key}.json`);
    if (real && !existsSync(file))
      writeFileSync(file, JSON.stringify(real(...given)));
    return JSON.parse(readFileSync(file, 'utf8')) as Answer;
  };
}

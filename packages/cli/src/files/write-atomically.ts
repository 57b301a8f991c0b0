import { rename, rm, writeFile } from 'node:fs/promises';
import { CommandFailure } from '../failure.ts';
import { fileProblem } from './read-json.ts';

/**
 * Writes a file in one step: a reader finds the old one or the new one, whole.
 *
 * @throws CommandFailure when it cannot be written; nothing is left behind.
 */
export async function writeAtomically(
  path: string,
  text: string,
): Promise<void> {
  // In the same folder: a rename across disks is not one step.
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new CommandFailure(
      `Failed to write published config: ${path} ${fileProblem(error)}.`,
    );
  }
}

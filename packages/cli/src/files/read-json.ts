import { readFile } from 'node:fs/promises';
import { CommandFailure } from '../failure.ts';
import { locateJsonError } from './locate-json-error.ts';

/**
 * Reads a JSON file.
 *
 * @param noun What it is to the reader: `site config`, `journey`.
 * @throws CommandFailure when it cannot be read, or is not JSON: with line and
 *   column.
 */
export async function readJson(path: string, noun: string): Promise<unknown> {
  const text = stripMark(await readText(path, noun));
  try {
    return JSON.parse(text);
  } catch {
    const { line, column, message } = locateJsonError(text);
    throw new CommandFailure(
      `Failed to read ${noun}: ${path}:${line}:${column} is not JSON, ${message}. Mend it there; comments and trailing commas are not allowed.`,
    );
  }
}

async function readText(path: string, noun: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new CommandFailure(
      `Failed to read ${noun}: ${path} ${fileProblem(error)}.`,
    );
  }
}

/** Editors on Windows begin a file with a byte order mark; JSON has none. */
function stripMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist. Check the path',
  EISDIR: 'is a folder. Name a file in it',
  ENOTDIR: 'lies in a file, not a folder. Check the path',
  EACCES: 'may not be opened. Check its permissions',
  EPERM: 'may not be opened. Check its permissions',
};

/** What the file system says, in words that end with what to do. */
export function fileProblem(error: unknown): string {
  const code =
    error instanceof Error && 'code' in error ? String(error.code) : '';
  return PROBLEMS[code] ?? `gave ${code || String(error)}. Check the path`;
}

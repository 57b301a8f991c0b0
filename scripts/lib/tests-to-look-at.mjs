import { stripVTControlCharacters } from 'node:util';

/**
 * The tests that vitest says have failed, or have passed only when they were
 * run again, each once (BT4).
 *
 * @param {string} output What vitest's default reporter wrote, with or without
 *   colours.
 * @returns {string[]}
 */
export function testsToLookAt(output) {
  const lines = stripVTControlCharacters(output).split('\n');
  return [
    ...new Set(
      lines
        .filter((line) => /^ FAIL |\(retry x\d/.test(line))
        .map((line) => line.trim()),
    ),
  ];
}

import { stripVTControlCharacters } from 'node:util';

const LONGEST_REASON = 300;

/**
 * The tests that vitest says have failed, or have passed only when they were
 * run again, each once (BT4); after what failed the first line of why.
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
        .filter(
          (line, at) =>
            isFailure(line) || /\(retry x\d/.test(line) || isReason(lines, at),
        )
        .map((line) => line.trim().slice(0, LONGEST_REASON)),
    ),
  ];
}

/**
 * @param {readonly string[]} lines
 * @param {number} at
 */
function isReason(lines, at) {
  return isFailure(lines[at - 1] ?? '') && !isFailure(lines[at] ?? '');
}

/** @param {string} line */
const isFailure = (line) => line.startsWith(' FAIL ');

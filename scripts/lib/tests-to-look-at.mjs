import { stripVTControlCharacters } from 'node:util';

const LONGEST_LINE = 300;

/** Of a reason; Playwright's log of a click can be long. */
const MOST_LINES = 16;

/**
 * The tests that vitest says have failed, or have passed only when they were
 * run again, each once (BT4); then why each of them failed, and where.
 *
 * @param {string} output What vitest's default reporter and
 *   `report-second-tries.mjs` wrote, with or without colours.
 * @returns {string[]}
 */
export function testsToLookAt(output) {
  const lines = stripVTControlCharacters(output).split('\n');
  const named = lines.flatMap((line, at) => {
    if (isFailure(line)) return [line, ...reasonAfter(lines, at + 1)];
    return /\(retry x\d/.test(line) ? [line] : [];
  });
  return [...new Set(named.map((line) => line.trim().slice(0, LONGEST_LINE)))];
}

/**
 * From there to the first place in our own files.
 *
 * @param {readonly string[]} lines
 * @param {number} from
 */
function reasonAfter(lines, from) {
  const next = lines.slice(from, from + MOST_LINES);
  const end = next.findIndex(isFailure);
  const reason = end < 0 ? next : next.slice(0, end);
  const place = reason.findIndex((line) => /^\s*(❯|at) /.test(line));
  return (place < 0 ? reason : reason.slice(0, place + 1)).filter((line) =>
    line.trim(),
  );
}

/** @param {string} line */
const isFailure = (line) => /^ (FAIL|AGAIN) /.test(line);

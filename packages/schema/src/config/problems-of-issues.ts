import type { ConfigProblem } from '../config-problem.ts';
import { nearest } from '../nearest.ts';
import { configError, formatPath, valueAt, type Path } from './config-error.ts';
import { readIssue, type Issue, type Reading } from './read-issue.ts';

interface Finding extends Reading {
  readonly path: Path;
}

/** The branch of a union whose kind fits what arrived. */
const fittingBranch = (issue: Issue): readonly Issue[] | undefined => {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0)
    return undefined;
  const fitting = issue.errors.filter(
    (branch) =>
      !branch.some(
        ({ code, path }) => code === 'invalid_type' && path.length === 0,
      ),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
};

const findingsOf = (
  root: unknown,
  issue: Issue,
  at: Path,
): readonly Finding[] => {
  const path = [...at, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const advices = issue.message.split('\n');
    return issue.keys.map((key, index) => ({
      code: 'unknown-key',
      path: [...path, key],
      advice: advices[index] ?? '',
    }));
  }
  const inner =
    issue.code === 'invalid_key' ? issue.issues : fittingBranch(issue);
  if (inner !== undefined)
    return inner.flatMap((one) => findingsOf(root, one, path));
  const reading = readIssue(issue, valueAt(root, path), path);
  return [{ ...reading, path, advice: issue.message || reading.advice }];
};

/** Keys that a parsed record leaves out without a word. */
const protoFindings = (value: unknown, path: Path): readonly Finding[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    const advice = 'Choose another name.';
    return key === '__proto__'
      ? [{ code: 'unknown-key', path: at, advice } as const]
      : protoFindings(inner, at);
  });
};

/** By the object in which they stand, the keys that nobody knows. */
const unknownKeys = (
  findings: readonly Finding[],
): ReadonlyMap<string, readonly string[]> => {
  const keys = new Map<string, readonly string[]>();
  for (const { code, path } of findings) {
    if (code !== 'unknown-key') continue;
    const home = formatPath(path.slice(0, -1));
    keys.set(home, [...(keys.get(home) ?? []), String(path.at(-1))]);
  }
  return keys;
};

/** A key that is misspelt is one mistake, though the right one is missing. */
const isMisspelt = (
  { code, path, wanted }: Finding,
  unknown: ReadonlyMap<string, readonly string[]>,
): boolean => {
  const isMissing = code === 'missing' && wanted === undefined;
  if (!isMissing && wanted === undefined) return false;
  const home = formatPath(isMissing ? path.slice(0, -1) : path);
  const keys = wanted ?? [String(path.at(-1))];
  return (unknown.get(home) ?? []).some(
    (key) => nearest(key, keys) !== undefined,
  );
};

/**
 * Turns what zod found into problems, one for each thing to mend. An issue
 * without a message of its own gets one from what was expected.
 *
 * @param root The config as it arrived.
 */
export const problemsOfIssues = (
  root: unknown,
  issues: readonly Issue[],
): readonly ConfigProblem[] => {
  const findings = [
    ...issues.flatMap((issue) => findingsOf(root, issue, [])),
    ...protoFindings(root, []),
  ];
  const unknown = unknownKeys(findings);
  const problems = findings
    .filter((finding) => !isMisspelt(finding, unknown))
    .map(({ code, path, advice }) => configError(root, code, path, advice));
  const once = new Map(
    problems.map((problem) => [
      // One key can be found wrong twice; two faults of one html are two.
      problem.code === 'unknown-key'
        ? `${problem.code} ${problem.path}`
        : `${problem.code} ${problem.path} ${problem.message}`,
      problem,
    ]),
  );
  return [...once.values()];
};

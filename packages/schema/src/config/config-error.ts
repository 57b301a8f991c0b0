import type { ConfigErrorCode, ConfigProblem } from '../config-problem.ts';

export type Path = readonly PropertyKey[];

/** A path as it is read: `campaigns[0].engagements[2].format`. */
export const formatPath = (path: Path): string =>
  path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      const key = String(step);
      if (!/^[\w$-]+$/.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join('');

/** What stands at a path, own keys alone; undefined where nothing does. */
export const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    root,
  );

const MAX_SHOWN_CHARS = 80;

const show = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > MAX_SHOWN_CHARS
    ? `${text.slice(0, MAX_SHOWN_CHARS)}…`
    : text;
};

/** Composes the sentences that all errors share. */
export const configError = (
  root: unknown,
  code: ConfigErrorCode,
  path: Path,
  advice: string,
): ConfigProblem => {
  const where = formatPath(path) || 'the site config';
  const arrived = show(valueAt(root, path));
  const message = `Failed to read ${where}: ${arrived}. ${advice}`.trim();
  return { code, path: formatPath(path), message, severity: 'error' };
};

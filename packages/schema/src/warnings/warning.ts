import type { ConfigProblem, ConfigWarningCode } from '../config-problem.ts';
import { formatPath, type Path } from '../config/config-error.ts';

/** Told of each thing that is allowed and surely not meant. */
export type Warn = (
  code: ConfigWarningCode,
  path: Path,
  message: string,
) => void;

export const createWarnings = () => {
  const warnings: ConfigProblem[] = [];
  const warn: Warn = (code, path, message) => {
    warnings.push({
      code,
      path: formatPath(path),
      message,
      severity: 'warning',
    });
  };
  return { warn, warnings };
};

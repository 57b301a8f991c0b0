import { readFileSync } from 'node:fs';
import { BENCH } from './paths.ts';

/** A file of an installed package, without the link to its source map. */
export function readPackage(path: string): string {
  const text = readFileSync(`${BENCH}node_modules/${path}`, 'utf8');
  return text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}

import { readFileSync } from 'node:fs';

/**
 * Reads a shared fixture as JSON. Not by an import, which would read a
 * `__proto__` among its keys as a prototype.
 */
export const readFixture = <Content>(file: string): Content => {
  const url = new URL(`../../fixtures/${file}`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as Content;
};

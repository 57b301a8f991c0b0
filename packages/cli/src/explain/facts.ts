/**
 * Readers of a trace's facts, which travel as `unknown`: what is not of the
 * kind that is asked for reads as undefined, or as nothing in a list.
 */
export function readField(facts: unknown, key: string): unknown {
  if (typeof facts !== 'object' || facts === null) return undefined;
  return Object.entries(facts).find(([name]) => name === key)?.[1];
}

export function readNumber(facts: unknown, key: string): number | undefined {
  const value = readField(facts, key);
  return typeof value === 'number' ? value : undefined;
}

export function readText(facts: unknown, key: string): string | undefined {
  const value = readField(facts, key);
  return typeof value === 'string' ? value : undefined;
}

export function isTrue(facts: unknown, key: string): boolean {
  return readField(facts, key) === true;
}

export function readTexts(facts: unknown, key: string): string[] {
  return readList(readField(facts, key)).filter(
    (value) => typeof value === 'string',
  );
}

export function readNumbers(facts: unknown, key: string): number[] {
  return readList(readField(facts, key)).filter(
    (value) => typeof value === 'number',
  );
}

export function readList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

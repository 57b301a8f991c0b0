/**
 * What may be logged of an error that nobody expected: its kind and where it
 * arose. Its message stays out, since it may quote what a visitor wrote (GW8).
 */
export function describeError(
  error: unknown,
): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
  const code = 'code' in error ? { code: String(error.code) } : {};
  return { type: error.name, ...code, frames };
}

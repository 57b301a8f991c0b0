/**
 * What tells whether fields have changed since the last render, of whatever a
 * page may give: what throws in an effect takes the whole app away (API1).
 *
 * @returns The same for equal fields; of such as no JSON can hold, a circle say,
 *   always the same, so that no render reports them again.
 */
export function describeFields(fields: unknown): string | undefined {
  try {
    return JSON.stringify(fields, (_name, value: unknown) =>
      typeof value === 'bigint' ? `${value}n` : value,
    );
  } catch {
    return 'no JSON';
  }
}

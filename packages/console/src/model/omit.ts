/** The value without one of its optional parts. */
export function omit<T extends object, K extends keyof T>(
  value: T,
  name: K,
): Omit<T, K> {
  const { ...rest } = value;
  delete (rest as Partial<T>)[name];
  return rest;
}

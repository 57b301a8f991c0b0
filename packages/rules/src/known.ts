/**
 * Says that a value is there: an index that came from the published config
 * itself, or a key that the code just read. Costs nothing: the bundler inlines
 * it.
 */
export function known<T>(value: T | null | undefined): T {
  return value as T;
}

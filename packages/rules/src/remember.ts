const MAX_REMEMBERED = 999;

/** What was made for a key before, or else is made now: the same is asked again
 * and again. All is forgotten when there is too much of it. */
export function remember<Value>(
  made: Map<string, Value>,
  key: string,
  make: () => Value,
): Value {
  let value = made.get(key);
  if (value === undefined) {
    if (made.size > MAX_REMEMBERED) made.clear();
    made.set(key, (value = make()));
  }
  return value;
}

import type { VisitText } from '@beckon/schema/masking';

export type MaskAll = (
  texts: readonly string[],
) => Promise<readonly string[] | undefined>;

/**
 * DP1: masks the texts of a value that a walk leads to, all at once.
 *
 * @param walk Shows each text and gives the value back with what became of them;
 *   it goes the same way each time.
 * @returns Undefined where a pattern took too long.
 */
export async function maskTexts<Value>(
  walk: (visit: VisitText) => Value,
  maskAll: MaskAll,
): Promise<Value | undefined> {
  const texts: string[] = [];
  walk((text) => {
    texts.push(text);
    return text;
  });
  const masked = await maskAll(texts);
  if (masked === undefined) return undefined;
  let next = 0;
  return walk((text) => {
    next += 1;
    return masked[next - 1] ?? text;
  });
}

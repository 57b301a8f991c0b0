export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * Chooses the encoding that a client likes best (RFC 9110, section 12.5.3); of
 * those that it likes alike, the smallest.
 *
 * @param accepted The Accept-Encoding header; undefined asks for none.
 * @param there Which encodings there are; identity always counts.
 */
export function negotiateEncoding(
  accepted: string | undefined,
  there: ReadonlySet<Encoding>,
): Encoding {
  if (accepted === undefined) return 'identity';
  const weights = readWeights(accepted);
  const weigh = (encoding: Encoding): number =>
    weights.get(encoding) ??
    // Identity is fine unless somebody says otherwise, but not sought.
    (encoding === 'identity' && !(weights.get('*') === 0)
      ? Number.MIN_VALUE
      : (weights.get('*') ?? 0));
  const [best] = ENCODINGS.filter(
    (encoding) => there.has(encoding) && weigh(encoding) > 0,
  ).sort((one, other) => weigh(other) - weigh(one));
  // One that refuses all that there is gets it plain, as the RFC allows.
  return best ?? 'identity';
}

function readWeights(accepted: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const part of accepted.split(',')) {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
    const coding = name.trim().replace(/^x-(?=gzip$)/, '');
    if (coding !== '') weights.set(coding, readQuality(parameters));
  }
  return weights;
}

function readQuality(parameters: readonly string[]): number {
  const quality = parameters
    .map((parameter) => /^\s*q\s*=\s*(\S+)\s*$/.exec(parameter)?.[1])
    .find((value) => value !== undefined);
  if (quality === undefined) return 1;
  // What is no quality value is not wanted.
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(quality)
    ? Number(quality)
    : 0;
}

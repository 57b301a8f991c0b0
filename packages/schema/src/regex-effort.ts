/** What a match can cost at most, and in how many ways it can go. */
export interface RegexEffort {
  /** Characters looked at, from all starts together, when nothing matches. */
  readonly steps: number;
  /** Characters and classes, with counted repetitions written out. */
  readonly size: number;
  /** The counted repetitions that choose, such as `(.*a){20}`. */
  readonly counted: readonly string[];
  /** The source with each of those repeated without end. */
  readonly uncounted: string;
}

interface Part {
  /** Characters looked at from one start, over all ways. */
  readonly steps: number;
  /** In how many ways it can match from one start. */
  readonly ways: number;
  readonly size: number;
  readonly uncounted: string;
}

/** From this count on a repetition that chooses doubles too often. */
const MANY = 4;

/** Beyond it no sum is worth doing: the ways have grown past all bounds. */
const MAX_SUMMED = 64;

const then = (first: Part, next: Part): Part => ({
  steps: first.steps + first.ways * next.steps,
  ways: first.ways * next.ways,
  size: first.size + next.size,
  uncounted: first.uncounted + next.uncounted,
});

const either = (one: Part, other: Part): Part => ({
  steps: one.steps + other.steps,
  ways: one.ways + other.ways,
  size: one.size + other.size,
  uncounted: `${one.uncounted}|${other.uncounted}`,
});

/** Effort of a repetition on a text of `chars` characters. */
const repeated = (
  { steps, ways }: Part,
  min: number,
  max: number,
  chars: number,
) => {
  if (ways === 1)
    return {
      steps: 1 + Math.min(max, chars) * steps,
      ways: 1 + Math.min(max - min, chars),
    };
  if (max > MAX_SUMMED) return { steps: Infinity, ways: Infinity };
  const total = { steps: 1, ways: min === 0 ? 1 : 0 };
  for (let round = 1, reached = 1; round <= max; round += 1) {
    total.steps += reached * steps;
    reached *= ways;
    if (round >= min) total.ways += reached;
  }
  return { steps: total.steps, ways: Math.max(1, total.ways) };
};

const LOOKAROUND = /\(\?<?[=!]/y;
const GROUP = /\((?:\?(?:<[^>]*>|[a-z-]*:))?/y;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;
// One character that is matched, a place, or a reference to a group.
const ATOM =
  /\[(?:\\.|[^\]\\])*\]|\\(?:[pPu]\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|k<[^>]*>|\d+|.)|./isuy;
const REFERENCE = /^\\(?:k|[1-9])/;

/** Walks through a source; what it reads, it leaves behind. */
const createCursor = (source: string) => {
  let at = 0;
  return {
    take: (token: RegExp): RegExpExecArray | null => {
      token.lastIndex = at;
      const found = token.exec(source);
      if (found !== null) at = token.lastIndex;
      return found;
    },
    skip: (): void => {
      at += 1;
    },
    /** Undefined at the end. */
    next: (): string | undefined => source[at],
    place: (): number => at,
    since: (begins: number): string => source.slice(begins, at),
  };
};

interface Count {
  readonly min: number;
  readonly max: number;
}

const countOf = ([, sign, least, comma, most]: RegExpExecArray): Count => {
  if (sign)
    return { min: Number(sign === '+'), max: sign === '?' ? 1 : Infinity };
  const min = Number(least);
  if (!comma) return { min, max: min };
  return { min, max: most ? Number(most) : Infinity };
};

/**
 * Bounds what a backtracking matcher does with a pattern, whatever the text.
 *
 * @param source Compiles with the flags i and u.
 * @param chars The length of the longest text that is tested.
 */
export const regexEffort = (source: string, chars: number): RegexEffort => {
  const counted: string[] = [];
  const cursor = createCursor(source);
  let depth = -1;

  const inBrackets = (open: string): Part => {
    const body = readAlternatives();
    cursor.skip(); // its closing bracket
    return { ...body, uncounted: `${open}${body.uncounted})` };
  };

  const readOne = (): Part => {
    const look = cursor.take(LOOKAROUND);
    // What a lookaround found is never asked for again in another way.
    if (look) return { ...inBrackets(look[0]), ways: 1 };
    const group = cursor.take(GROUP);
    if (group) return inBrackets(group[0]);
    const uncounted = cursor.take(ATOM)?.[0] ?? '';
    const steps = REFERENCE.test(uncounted) ? chars : 1;
    return { steps, ways: 1, size: 1, uncounted };
  };

  const readRepeated = (): Part => {
    const begins = cursor.place();
    const one = readOne();
    const found = cursor.take(QUANTIFIER);
    if (!found) return one;
    const { min, max } = countOf(found);
    const isMany = one.ways > 1 && max >= MANY && max < Infinity;
    if (isMany) counted.push(cursor.since(begins));
    const uncounted = one.uncounted + (isMany ? '*' : found[0]);
    const size = one.size * Math.max(1, max < Infinity ? max : min);
    return { ...repeated(one, min, max, chars), size, uncounted };
  };

  const readSequence = (): Part => {
    let all: Part = { steps: 1, ways: 1, size: 0, uncounted: '' };
    const isAnchored = cursor.next() === '^';
    while (![undefined, '|', ')'].includes(cursor.next()))
      all = then(all, readRepeated());
    return isAnchored || depth > 0
      ? all
      : { ...all, steps: all.steps * (chars + 1) };
  };

  const readAlternatives = (): Part => {
    depth += 1;
    let all = readSequence();
    while (cursor.next() === '|') {
      cursor.skip();
      all = either(all, readSequence());
    }
    depth -= 1;
    return all;
  };

  const { steps, size, uncounted } = readAlternatives();
  return { steps, size, counted, uncounted };
};

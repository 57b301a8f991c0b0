/*
 * A matcher for the regular expressions of the masks that counts what it looks
 * at. The engines of browsers backtrack as it does, and tell nobody.
 */

interface Work {
  readonly text: string;
  steps: number;
}

/** Tries from a place; `next` is what must follow. -1 where it does not match. */
type Node = (work: Work, at: number, next: (at: number) => number) => number;

/**
 * Finds all matches of an expression, as `matchAll` does.
 *
 * @param pattern Of groups that do not capture, look-ahead and look-behind of a
 *   character, classes, alternatives and greedy counts.
 * @returns The matches, and how many characters were looked at.
 */
export function countSteps(
  { flags, source }: RegExp,
  text: string,
): { readonly found: readonly string[]; readonly steps: number } {
  const node = createParser(source, flags.replace(/[gy]/g, ''));
  const work: Work = { text, steps: 0 };
  const found: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = node(work, at, (place) => place);
    if (end > at) found.push(text.slice(at, end));
    at = Math.max(end, at + 1);
  }
  return { found, steps: work.steps };
}

const ATOM =
  /\\[pP]\{[^}]*\}|\\.|\[(?:\\.|[^\]])*\]|\(\?(?:[:=!]|<[!=])|\{\d+,?\d*\}|./gsu;

function createParser(source: string, flags: string): Node {
  const atoms = source.match(ATOM) ?? [];
  let place = 0;
  const take = (): string => atoms[place++] ?? '';

  const either = (): Node => {
    const ways = [inRow()];
    while (atoms[place] === '|') {
      place += 1;
      ways.push(inRow());
    }
    return (work, at, next) => {
      for (const way of ways) {
        const end = way(work, at, next);
        if (end >= 0) return end;
      }
      return -1;
    };
  };
  const inRow = (): Node => {
    const nodes: Node[] = [];
    while (place < atoms.length && !/^[|)]$/.test(atoms[place] ?? ''))
      nodes.push(counted(one()));
    return nodes.reduceRight<Node>(
      (rest, node) => (work, at, next) =>
        node(work, at, (then) => rest(work, then, next)),
      (_, at, next) => next(at),
    );
  };
  const one = (): Node => {
    const atom = take();
    if (!atom.startsWith('(')) return charOf(atom, flags);
    const inner = either();
    take();
    if (atom === '(?:') return inner;
    const isWanted = atom.endsWith('=');
    return (work, at, next) => {
      const from = atom.startsWith('(?<') ? at - 1 : at;
      const holds = from >= 0 && inner(work, from, (end) => end) >= 0;
      return holds === isWanted ? next(at) : -1;
    };
  };
  const counted = (node: Node): Node => {
    const sign = atoms[place] ?? '';
    const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(sign) ?? [];
    if (least === undefined && !/^[*+?]$/.test(sign)) return node;
    place += 1;
    const min = Number(least ?? (sign === '+' ? 1 : 0));
    const open = comma === ',' || sign !== '?' ? Infinity : 1;
    const max = most ? Number(most) : comma === '' ? min : open;
    return repeat(node, min, max);
  };
  return either();
}

function repeat(node: Node, min: number, max: number): Node {
  const round =
    (count: number): Node =>
    (work, at, next) => {
      const more =
        count < max
          ? node(work, at, (then) =>
              then === at ? -1 : round(count + 1)(work, then, next),
            )
          : -1;
      if (more >= 0 || count < min) return more;
      return next(at);
    };
  return round(0);
}

function charOf(atom: string, flags: string): Node {
  if (atom === '\\b')
    return ({ text }, at, next) => {
      const isWord = (index: number) => /\w/.test(text.charAt(index));
      return isWord(at - 1) === isWord(at) ? -1 : next(at);
    };
  const one = new RegExp(`^${atom}$`, flags);
  return (work, at, next) => {
    work.steps += 1;
    return one.test(work.text.charAt(at)) ? next(at + 1) : -1;
  };
}

import type { Engagement } from '../site-types.ts';

/** What stands where on the page, and which engagements are eligible on it. */
export interface Zones {
  /** A page view begins: all is decided anew among these, in their order. */
  enter(candidates: readonly number[]): void;
  /** An engagement became ready or ceased to be. */
  toggle(engagement: number, isReady: boolean): void;
  /** An offer goes; `forGood` for the rest of the page view. */
  withdraw(engagement: number, forGood: boolean): void;
  /** Fills what toggles and withdrawals left to decide. */
  settle(): void;
  standsIn(zone: number): number;
  /** In the order in which they win. */
  eligible(): number[];
  readonly names: readonly string[];
}

const NOBODY = -1;

export function createZones(
  engagements: readonly Engagement[],
  isReady: (engagement: number) => boolean,
): Zones {
  const names = [...new Set(engagements.map(({ zone }) => zone))];
  const board = createBoard(engagements, names);
  const { zoneOf, candidateIn, doneIn, eligible, standing, unsettled } = board;
  const proactive = names.indexOf('proactive');

  const enter = (candidates: readonly number[]) => {
    clear(board, candidates);
    for (const each of candidates) {
      candidateIn[each] = board.pageView;
      if (!isReady(each)) continue;
      eligible.add(each);
      const zone = zoneOf[each] ?? 0;
      if (standing[zone] === NOBODY) standing[zone] = each;
    }
  };
  const toggle = (engagement: number, ready: boolean) => {
    if (candidateIn[engagement] !== board.pageView) return;
    if (ready) eligible.add(engagement);
    else eligible.delete(engagement);
    const zone = zoneOf[engagement] ?? 0;
    const stands = standing[zone] === engagement;
    // A proactive offer stays even when its behavior ceases to hold (SL4).
    if (stands && zone !== proactive) standing[zone] = NOBODY;
    if (standing[zone] === NOBODY) unsettled[zone] = 1;
  };
  const withdraw = (engagement: number, forGood: boolean) => {
    if (forGood) doneIn[engagement] = board.pageView;
    const zone = zoneOf[engagement] ?? 0;
    if (standing[zone] !== engagement) return;
    standing[zone] = NOBODY;
    unsettled[zone] = 1;
  };
  const settle = () => {
    for (let zone = 0; zone < unsettled.length; zone += 1) {
      if (unsettled[zone] === 0) continue;
      unsettled[zone] = 0;
      if (standing[zone] === NOBODY) fill(board, zone, isReady);
    }
  };
  return {
    names,
    enter,
    toggle,
    withdraw,
    settle,
    standsIn: (zone) => standing[zone] ?? NOBODY,
    eligible: () => [...eligible].sort((a, b) => a - b),
  };
}

type Board = ReturnType<typeof createBoard>;

function createBoard(
  engagements: readonly Engagement[],
  names: readonly string[],
) {
  const count = engagements.length;
  const candidates: readonly number[] = [];
  return {
    zoneOf: Uint8Array.from(engagements, ({ zone }) => names.indexOf(zone)),
    /** The page view in which each was last a candidate, or done with. */
    candidateIn: new Int32Array(count).fill(NOBODY),
    doneIn: new Int32Array(count).fill(NOBODY),
    eligible: new Set<number>(),
    /** By zone. */
    standing: new Int32Array(names.length).fill(NOBODY),
    unsettled: new Uint8Array(names.length),
    candidates,
    pageView: 0,
  };
}

function clear(board: Board, candidates: readonly number[]) {
  board.candidates = candidates;
  board.pageView += 1;
  board.eligible.clear();
  board.standing.fill(NOBODY);
  board.unsettled.fill(0);
}

function fill(
  { candidates, zoneOf, doneIn, pageView, standing }: Board,
  zone: number,
  isReady: (engagement: number) => boolean,
) {
  for (const each of candidates) {
    const fits = zoneOf[each] === zone && doneIn[each] !== pageView;
    if (!fits || !isReady(each)) continue;
    standing[zone] = each;
    return;
  }
}

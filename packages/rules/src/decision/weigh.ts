import { known } from '../known.ts';
import type { Weigh } from '../module-types.ts';
import { config, session, visitor } from '../visit.ts';
import { draw } from './draw.ts';

/** High, medium, low (SL3). */
const WEIGHTS = [70, 20, 10];

/** One draw over the levels present, then the first of the level (SL3, SL6). */
export const weigh: Weigh = (competing, { page }) =>
  [...new Set(competing.map(({ zone }) => zone))].flatMap((zone) => {
    const rivals = competing.filter((each) => each.zone === zone);
    const levels = rivals.map(
      ({ campaign }) => known(config.campaigns[campaign]).level,
    );
    const weights = WEIGHTS.map((weight, level) =>
      levels.some((each) => each === level) ? weight : 0,
    );
    const name = `${session.startedAt}|${page}|${zone}`;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let left = draw(visitor.id, name) * total;
    const drawn = weights.findIndex((weight) => (left -= weight) < 0);
    return rivals.filter((_, i) => levels[i] === drawn).slice(0, 1);
  });

import { DAY_MS } from './days.ts';
import { known } from './known.ts';
import {
  atWork,
  config,
  engagementOf,
  modules,
  state,
  visitor,
} from './visit.ts';

/**
 * Reads what goes by the moment told: schedules (SL8), days (EN8); sets
 * `wallNext` to the next moment at which they or a snooze (SL1) can change
 * something.
 */
export function readWallClock(): void {
  const { at } = state;
  const isIn = ([start, end]: readonly number[]) =>
    at >= known(start) && at < known(end);
  const next = [modules.rare?.readDay() ?? Infinity];
  for (const [id, declinedAt] of Object.entries(visitor.declines))
    next.push(declinedAt + known(engagementOf(id)?.snoozeMs));
  atWork.open = config.schedules.map((schedule) => {
    const { from, to, hours, specialDays, timeZone } = schedule;
    const offsets = known(config.timeZones[timeZone]);
    const [until, offset] = known(offsets.find(([until]) => at < until));
    const day = Math.floor((at + offset) / DAY_MS);
    const midnight = day * DAY_MS - offset;
    const ranges = (specialDays[day] ?? known(hours[(day + 4) % 7])).map(
      (range) => range.map((time) => midnight + time),
    );
    next.push(from, to, until, midnight + DAY_MS, ...ranges.flat());
    return isIn([from, to]) && ranges.some(isIn);
  });
  atWork.wallNext = Math.min(...next.filter((moment) => moment > at));
}

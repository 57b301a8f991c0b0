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
  const isIn = (range: readonly number[]) =>
    at >= known(range[0]) && at < known(range[1]);
  const next = [modules.rare?.readDay() ?? Infinity];
  for (const id of Object.keys(visitor.declines))
    next.push(known(visitor.declines[id]) + known(engagementOf(id)?.snoozeMs));
  atWork.open = config.schedules.map((schedule) => {
    const { from, to, hours, specialDays, timeZone } = schedule;
    const offsets = known(config.timeZones[timeZone]);
    const inForce = known(offsets.filter((each) => at < each[0])[0]);
    const offset = inForce[1];
    const day = Math.floor((at + offset) / DAY_MS);
    const midnight = day * DAY_MS - offset;
    const ranges = (specialDays[day] ?? known(hours[(day + 4) % 7])).map(
      (range) => range.map((time) => midnight + time),
    );
    next.push(from, to, inForce[0], midnight + DAY_MS, ...ranges.flat());
    return isIn([from, to]) && ranges.some(isIn);
  });
  atWork.wallNext = Math.min(...next.filter((moment) => moment > at));
}

import { judgeAll } from './decision/judge-all.ts';
import { readSchedule } from './decision/schedule.ts';
import {
  cache,
  config,
  engagementOf,
  modules,
  state,
  visitor,
} from './visit.ts';

/**
 * Judges again what goes by the moment told: schedules (SL8), days (EN8) and
 * snoozes (SL1); sets `wallNext` to the next moment at which any can change.
 */
export function readWallClock(): void {
  const { at } = state;
  const openings = config.schedules.map((schedule) =>
    readSchedule(schedule, config.timeZones, at),
  );
  cache.open = openings.map(({ open }) => open);
  const next = openings.map(({ until }) => until);
  for (const [id, declinedAt] of Object.entries(visitor.declines))
    next.push(declinedAt + (engagementOf(id)?.snoozeMs ?? 0));
  next.push(modules.audiences?.readDay() ?? Infinity);
  cache.wallNext = Math.min(...next.filter((moment) => moment > at));
  judgeAll();
}

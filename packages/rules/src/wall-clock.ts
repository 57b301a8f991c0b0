import { DAY_MS } from './days.ts';
import { judgeTab } from './decision/judge-all.ts';
import { readSchedule } from './decision/schedule.ts';
import { absorb } from './session/take-attribute.ts';
import type { Visit } from './visit.ts';

/**
 * Judges again what goes by the moment told: schedules (SL8), days (EN8) and
 * snoozes (SL1); sets `wallNext` to the next moment at which any can change.
 */
export function readWallClock(visit: Visit): void {
  const { config, conditions, ids, state, tabs } = visit;
  const { at, session, visitor } = state;
  const openings = config.schedules.map((schedule) =>
    readSchedule(schedule, config.timeZones, at),
  );
  const next = openings.map(({ until }) => until);
  visit.open = openings.map(({ open }) => open);
  for (const [id, declinedAt] of Object.entries(visitor.declines)) {
    const { snoozeMs = 0 } = config.engagements[ids.get(id) ?? -1] ?? {};
    next.push(declinedAt + snoozeMs);
  }
  if (conditions.has('day')) {
    next.push((Math.floor(at / DAY_MS) + 1) * DAY_MS);
    const { cart: _, ...merged } = session.merged;
    for (const attribute of Object.values(merged))
      if (attribute) absorb(visit, attribute);
  }
  visit.wallNext = Math.min(Infinity, ...next.filter((moment) => moment > at));
  for (const tab of tabs.keys()) judgeTab(visit, tab);
}

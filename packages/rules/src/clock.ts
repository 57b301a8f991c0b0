import { leftMs } from './session/session.ts';
import { spendTime } from './session/time-spent.ts';
import { conditionOf } from './touch.ts';
import { cache, engagementOf, session, state, tabs } from './visit.ts';
import { readWallClock } from './wall-clock.ts';

/** Lets time pass until a moment, epoch ms (EN1, EN2). */
export function advanceClock(at: number): void {
  const passedMs = at - state.at;
  state.at = at;
  spendTime(Math.max(0, Math.min(passedMs, leftMs())));
  if (passedMs < 0 || at >= cache.wallNext) readWallClock();
}

/** The next moment, epoch ms, at which time alone changes something, or null. */
export function nextMoment(): number | null {
  // In ms of session time from now on.
  const due: number[] = [];
  for (const [id, rate] of cache.rates) {
    const condition = conditionOf(id);
    const left = 'ms' in condition && condition.ms - (session.times[id] ?? 0);
    if (left !== false) due.push(Math.floor(left / rate) + 1);
  }
  for (const { visible, visibleMs, offers, waiting } of Object.values(tabs)) {
    const ends = Object.values(waiting);
    for (const { engagement, fromMs } of Object.values(offers))
      ends.push(fromMs + (engagementOf(engagement)?.durationMs ?? Infinity));
    if (visible) due.push(...ends.map((end) => end - visibleMs));
  }
  const next = Math.min(
    cache.wallNext,
    ...due.filter((ms) => ms > 0 && ms <= leftMs()).map((ms) => state.at + ms),
  );
  return state.at && next < Infinity ? next : null;
}

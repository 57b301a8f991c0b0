import { known } from './known.ts';
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
    if ('ms' in condition && !cache.truth[id])
      due.push(
        Math.floor((condition.ms - known(session.times[id])) / rate) + 1,
      );
  }
  for (const { visible, visibleMs, offers, waiting } of Object.values(tabs)) {
    if (!visible) continue;
    for (const endMs of Object.values(waiting)) due.push(endMs - visibleMs);
    for (const { engagement, fromMs } of Object.values(offers)) {
      const { durationMs } = engagementOf(engagement) ?? {};
      due.push(fromMs + (durationMs ?? Infinity) - visibleMs);
    }
  }
  const next = Math.min(
    cache.wallNext,
    ...due.filter((ms) => ms > 0 && ms <= leftMs()).map((ms) => state.at + ms),
  );
  return next === Infinity ? null : next;
}

import { sessionEnd } from './session/session.ts';
import { spendTime } from './session/time-spent.ts';
import type { Visit } from './visit.ts';
import { readWallClock } from './wall-clock.ts';

/** Lets time pass until a moment, epoch ms (EN1, EN2). */
export function advanceClock(visit: Visit, at: number): void {
  const { state } = visit;
  const passedMs = Math.max(0, at - state.at);
  const leftMs = Math.max(0, sessionEnd(visit) - state.elapsed);
  const spentMs = Math.min(passedMs, leftMs);
  const isBack = at < state.at;
  state.at = at;
  state.elapsed += spentMs;
  spendTime(visit, spentMs);
  if (isBack || at >= visit.wallNext) readWallClock(visit);
}

/** The next moment, epoch ms, at which time alone changes something, or null. */
export function nextMoment(visit: Visit): number | null {
  const { config, state, rates, truth, ids } = visit;
  // Durations of session time from now on.
  const due: number[] = [];
  for (const [id, rate] of rates) {
    const condition = config.conditions[id];
    const left =
      condition?.type === 'time-on-entry-point' && !truth[id]
        ? condition.ms - (state.session.times[id] ?? 0)
        : Infinity;
    due.push(Math.floor(left / rate) + 1);
  }
  for (const { visible, visibleMs, page, offers } of Object.values(state.tabs)) {
    if (!visible || !page) continue;
    for (const end of Object.values(page.waiting)) due.push(end - visibleMs);
    for (const { engagement, fromMs } of Object.values(offers)) {
      const { durationMs } = config.engagements[ids.get(engagement) ?? -1] ?? {};
      due.push(fromMs + (durationMs ?? Infinity) - visibleMs);
    }
  }
  const left = sessionEnd(visit) - state.elapsed;
  const next = Math.min(
    visit.wallNext,
    ...due.filter((ms) => ms > 0 && ms <= left).map((ms) => state.at + ms),
  );
  return next === Infinity ? null : next;
}

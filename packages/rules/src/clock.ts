import type { PagesCondition } from '@beckon/schema/types';
import { known } from './known.ts';
import { counted } from './conditions/counted.ts';
import { placeOf } from './patterns/places.ts';
import { leftMs } from './session/session.ts';
import type { TabState } from './state.ts';
import { conditionOf, recheck } from './touch.ts';
import { atWork, config, state, tabs } from './visit.ts';
import { readWallClock } from './wall-clock.ts';

/** Lets time pass until a moment, epoch ms (EN1, EN2). */
export function advanceClock(at: number): void {
  const passedMs = at - state.at;
  const ms = Math.max(0, Math.min(passedMs, leftMs()));
  state.at = at;
  state.elapsed += ms;
  for (const tab of Object.values(tabs)) {
    tab.openMs += ms;
    if (tab.visible) {
      tab.visibleMs += ms;
      tab.seenMs += ms;
    }
  }
  for (const tab of Object.values(tabs)) if (tab.page) recheckTimes(tab);
  if (passedMs < 0 || at >= known(atWork.wallNext)) readWallClock();
}

/** More time makes nothing false. */
function recheckTimes(tab: TabState): void {
  for (const id of placeOf(tab).counting)
    if (atWork.truth[id] === false) recheck(id);
}

/** The next moment, epoch ms, at which time alone changes something, or null. */
export function nextMoment(): number | null {
  // In ms of session time from now on.
  const due: number[] = [];
  for (const tab of Object.values(tabs)) {
    const { visible, visibleMs, offers, waiting } = tab;
    if (!tab.page) continue;
    for (const id of placeOf(tab).counting) {
      const condition = conditionOf<PagesCondition>(id);
      const rate = Object.values(tabs).filter(
        (each) =>
          each.page &&
          placeOf(each).counting.has(id) &&
          (each.visible || condition.count === 'openMs'),
      ).length;
      due.push(
        Math.floor((condition.over - counted(condition, id)) / rate) + 1,
      );
    }
    const ends = Object.values(offers).map(({ untilMs }) => untilMs);
    for (const id in waiting)
      ends.push(known(waiting[id]) + known(config.engagements[+id]).delayMs);
    if (visible) due.push(...ends.map((end) => end - visibleMs));
  }
  const next = Math.min(
    known(atWork.wallNext),
    ...due.filter((ms) => ms > 0 && ms <= leftMs()).map((ms) => state.at + ms),
  );
  return state.at && next < Infinity ? next : null;
}

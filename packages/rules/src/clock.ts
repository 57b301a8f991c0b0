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
  Object.values(tabs).forEach(recheckTimes);
  if (passedMs < 0 || at >= known(atWork.wallNext)) readWallClock();
}

/** More time makes nothing false. */
function recheckTimes(tab: TabState): void {
  if (!tab.page) return;
  for (const id of placeOf(tab).counting)
    if (atWork.truth[id] === false) recheck(id);
}

/** The next moment, epoch ms, at which time alone changes something, or null. */
export function nextMoment(): number | null {
  const leftNow = leftMs();
  let next = known(atWork.wallNext);
  const due = (ms: number) => {
    if (ms > 0 && ms <= leftNow) next = Math.min(next, state.at + ms);
  };
  const showing = Object.values(tabs).filter(({ page }) => page);
  for (const tab of showing) {
    const { visible, visibleMs, offers, waiting } = tab;
    for (const id of placeOf(tab).counting) {
      const condition = conditionOf<PagesCondition>(id);
      const rate = showing.filter(
        (each) =>
          placeOf(each).counting.has(id) &&
          (each.visible || condition.count === 'openMs'),
      ).length;
      due(Math.floor((condition.over - counted(condition, id)) / rate) + 1);
    }
    if (!visible) continue;
    for (const { untilMs } of Object.values(offers)) due(untilMs - visibleMs);
    // Not `in`: pages give all objects keys of their own (HP1).
    for (const id of Object.keys(waiting))
      due(
        known(waiting[+id]) +
          known(config.engagements[+id]).delayMs -
          visibleMs,
      );
  }
  return state.at && next < Infinity ? next : null;
}

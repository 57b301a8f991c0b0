import type { OfferEvent } from '@beckon/schema/types';
import { known } from '../known.ts';
import { STATUS, type TabState } from '../state.ts';
import { kindOf } from '../kind-of.ts';
import { touch } from '../touch.ts';
import { engagementOf, modules, session, state, visitor } from '../visit.ts';
import { readWallClock } from '../wall-clock.ts';

/** Takes in what became of an offer (BC9, SL4, SL5, EN13). */
export function takeOfferEvent(
  tab: TabState,
  { phase, engagement: name }: OfferEvent,
): void {
  const engagement = known(engagementOf(name));
  const { id, skill, zone, snoozeMs } = engagement;
  const isProactive = zone === 'proactive';
  const status =
    phase === 'click' && !skill
      ? STATUS.click | STATUS.interact
      : STATUS[phase];
  if (phase === 'impression') {
    // EN14: once for each offer and page view.
    if (!tab.page || tab.seen.includes(id)) return;
    tab.seen.push(id);
    if (isProactive) session.impressions[kindOf(skill)]++;
  }
  if (phase === 'decline') {
    if (snoozeMs) {
      visitor.declines[id] = state.at;
      readWallClock();
    }
    if (isProactive && skill) session.declined = true;
  }
  if (phase === 'remove' || (phase === 'click' && isProactive)) {
    tab.done[id] = phase;
    if (tab.offers[zone]?.engagement === id) delete tab.offers[zone];
  }
  const before = session.statuses[id] ?? 0;
  session.statuses[id] = before | status;
  if (status & ~before) {
    touch('engaged');
    touch(`engaged ${id}`);
  }
  modules.goals?.({ type: 'offer', engagement, status });
}

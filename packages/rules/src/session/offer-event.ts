import type { OfferEvent } from '@beckon/schema/types';
import { STATUS, type TabState } from '../state.ts';
import { mark, touch } from '../touch.ts';
import {
  cache,
  config,
  engagementOf,
  modules,
  session,
  state,
  visitor,
} from '../visit.ts';

/** Takes in what became of an offer (BC9, SL4, SL5, EN13). */
export function takeOfferEvent(
  tab: TabState | undefined,
  { phase, engagement: name }: OfferEvent,
): void {
  const engagement = engagementOf(name);
  if (!engagement) return;
  const { id, kind, zone, snoozeMs } = engagement;
  const isProactive = zone === 'proactive';
  let status: number = STATUS[phase];
  if (phase === 'impression') {
    // EN14: once for each offer and page view.
    if (!tab?.page || tab.seen.includes(id)) return;
    tab.seen.push(id);
    if (
      isProactive &&
      ++session.impressions[kind] === config.proactiveCap[kind]
    )
      mark('zone proactive');
  }
  if (phase === 'decline') {
    if (snoozeMs) {
      visitor.declines[id] = state.at;
      cache.wallNext = Math.min(cache.wallNext, state.at + snoozeMs);
    }
    if (isProactive && kind === 'conversation') {
      session.declined = true;
      mark('zone proactive');
    }
  }
  if (phase === 'click' && kind === 'content') status |= STATUS.interact;
  if (tab && (phase === 'remove' || (phase === 'click' && isProactive))) {
    if (tab.offers[zone]?.engagement === id) delete tab.offers[zone];
    tab.done[id] = phase;
    tab.zones.add(zone);
  }
  mark(`id ${id}`);
  const before = session.statuses[id] ?? 0;
  session.statuses[id] = before | status;
  if (session.statuses[id] !== before) {
    touch('engaged');
    touch(`engaged ${id}`);
  }
  modules.goals?.({ type: 'offer', engagement, status });
}

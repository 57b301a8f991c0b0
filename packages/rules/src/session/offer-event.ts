import type { OfferEvent, PublishedEngagement } from '@beckon/schema/types';
import { STATUS } from '../state.ts';
import { touch } from '../touch.ts';
import type { Visit } from '../visit.ts';

/** Takes in what became of an offer (BC9, SL4, SL5, EN13). */
export function takeOfferEvent(visit: Visit, event: OfferEvent): void {
  const { config, ids, state } = visit;
  const engagement = config.engagements[ids.get(event.engagement) ?? -1];
  if (!engagement) return;
  const { id, kind, zone, snoozeMs } = engagement;
  const { session, visitor } = state;
  const isProactive = zone === 'proactive';
  switch (event.phase) {
    case 'impression': {
      const { page } = state.tabs[event.tab] ?? {};
      // EN14: once for each offer and page view.
      if (!page || page.seen.includes(id)) return;
      page.seen.push(id);
      if (isProactive) session.impressions[kind]++;
      setStatus(visit, engagement, STATUS.exposed);
      break;
    }
    case 'click':
      if (isProactive) withdraw(visit, event);
      setStatus(visit, engagement, STATUS.clicked);
      if (kind === 'content')
        setStatus(visit, engagement, STATUS.interacted);
      break;
    case 'decline':
      if (snoozeMs) visitor.declines[id] = state.at;
      if (isProactive && kind === 'conversation') session.declined = true;
      setStatus(visit, engagement, STATUS.declined);
      break;
    case 'interact':
      setStatus(visit, engagement, STATUS.interacted);
      break;
    case 'remove':
      withdraw(visit, event);
  }
  touch(visit, `id ${id}`);
  // SL5: what became of one proactive offer can stop the others.
  if (isProactive) touch(visit, 'zone proactive');
}

function setStatus(
  visit: Visit,
  engagement: PublishedEngagement,
  status: number,
): void {
  const { statuses } = visit.state.session;
  statuses[engagement.id] = (statuses[engagement.id] ?? 0) | status;
  touch(visit, 'engaged');
  visit.follow?.(visit, { type: 'offer', engagement, status });
}

/** Takes an offer away in its tab, for the rest of the page view. */
function withdraw(visit: Visit, { tab, engagement }: OfferEvent): void {
  const { page, offers = {} } = visit.state.tabs[tab] ?? {};
  for (const [zone, offer] of Object.entries(offers))
    if (page && offer.engagement === engagement) {
      delete offers[zone];
      page.done.push(engagement);
      visit.tabs.get(tab)?.zones.add(zone);
    }
}

import { COMPLETE_MS } from '../limits.ts';
import { known } from '../known.ts';
import { placeOf } from '../patterns/places.ts';
import type { RecentPage, SessionState, TabState } from '../state.ts';
import { touch } from '../touch.ts';
import { config, session, state } from '../visit.ts';
import { advanceFlow } from './advance-flow.ts';

/**
 * Moves the flows by a tab's page view (FL8). One that has moved them before,
 * in the last second, and those after it move them anew (EN5).
 */
export function moveFlows(tab: TabState): void {
  const { page } = tab;
  const { steps } = placeOf(tab);
  const before = session.flows;
  const startedMs = state.elapsed;
  const recent = session.recent.filter(
    (each) => startedMs - each.startedMs <= COMPLETE_MS,
  );
  const entry = recent.find((each) => each.page === page);
  if (entry) entry.steps = steps;
  else recent.push({ page, startedMs, steps, flows: before });
  let { flows } = known(recent[0]);
  for (const each of recent) {
    each.flows = flows;
    flows = advance(each);
  }
  session.recent = recent;
  session.flows = flows;
  flows.forEach((flow, id) => {
    if (flow !== before[id]) touch(`flow ${id}`);
  });
}

/** All flows after a page view; an object is new where a flow moved. */
const advance = ({ flows, steps }: RecentPage): SessionState['flows'] =>
  config.flows.map((each, id) =>
    advanceFlow(each, flows[id], known(steps[id])),
  );

import { known } from '../known.ts';
import type { RecentPage, SessionState, TabState } from '../state.ts';
import { touch } from '../touch.ts';
import { config, session, state } from '../visit.ts';
import { advanceFlow } from './advance-flow.ts';

type Flows = SessionState['flows'];

/** How long a page view can still be completed, session time (PG3, EN4). */
export const COMPLETE_MS = 1000;

/**
 * Moves the flows by a tab's page view (FL8). One that has moved them before,
 * in the last second, and those after it move them anew (EN5).
 */
export function moveFlows({ page, inside }: TabState): void {
  const before = session.flows;
  const startedMs = state.elapsed;
  let entry = session.recent.find((each) => each.page === page);
  if (!entry) {
    session.recent = session.recent.filter(
      (each) => startedMs - each.startedMs <= COMPLETE_MS,
    );
    entry = { page, startedMs, inside, flows: before };
    session.recent.push(entry);
  }
  entry.inside = inside;
  let { flows } = entry;
  for (const each of session.recent) {
    if (each.page < page) continue;
    each.flows = flows;
    flows = advance(each);
  }
  session.flows = flows;
  for (const id in { ...before, ...flows })
    if (before[+id] !== flows[+id]) touch(`flow ${id}`);
}

/** All flows after a page view; an object is new where a flow moved. */
function advance({ flows, inside }: RecentPage): Flows {
  const after = { ...flows };
  const steps = new Set(
    inside.flatMap((id) => known(config.index.entryPoints[id]).flows),
  );
  for (const id in flows) if (!flows[+id]?.abandoned) steps.add(+id);
  for (const id of steps) {
    const flow = advanceFlow(known(config.flows[id]), flows[id], inside);
    if (flow) after[id] = flow;
  }
  return after;
}

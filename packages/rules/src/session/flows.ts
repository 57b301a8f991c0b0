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
  const { recent } = session;
  const startedMs = state.elapsed;
  const entry = recent.find((each) => each.page === page);
  if (entry) entry.inside = inside;
  else recent.push({ page, startedMs, inside });
  // What can change no more is settled.
  while (startedMs - known(recent[0]).startedMs > COMPLETE_MS)
    session.settled = advance(session.settled, known(recent.shift()));
  const after = recent.reduce(advance, session.settled);
  session.flows = after;
  for (const id of Object.keys({ ...before, ...after }))
    if (before[+id] !== after[+id]) touch(`flow ${id}`);
}

/** All flows after one more page view; an object is new where a flow moved. */
function advance(flows: Flows, { inside }: RecentPage): Flows {
  const after = { ...flows };
  const steps = inside.map((id) => config.index.conditions[`step ${id}`] ?? []);
  for (const id of [Object.keys(flows), ...steps].flat()) {
    const flow = advanceFlow(known(config.flows[+id]), flows[+id], inside);
    if (flow) after[+id] = flow;
  }
  return after;
}

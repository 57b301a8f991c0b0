import { known } from '../known.ts';
import type { TabState } from '../state.ts';
import { touch } from '../touch.ts';
import { config, session, state } from '../visit.ts';
import { advanceFlow } from './advance-flow.ts';

/** How long a page view can still be completed, session time (PG3, EN4). */
export const COMPLETE_MS = 1000;

/**
 * Moves the flows by a tab's page view (FL8). One that has moved them before,
 * in the last second, and those after it move them anew (EN5).
 */
export function moveFlows({ page, inside }: TabState): void {
  const startedMs = state.elapsed;
  const old = session.flows;
  session.recent = session.recent.filter(
    (each) => startedMs - each.startedMs <= COMPLETE_MS,
  );
  if (!session.recent.some((each) => each.page === page))
    session.recent.push({ page, startedMs, inside, flows: old });
  let flows = old;
  for (const each of session.recent) {
    if (each.page < page) continue;
    if (each.page === page) {
      each.inside = inside;
      flows = each.flows;
    }
    each.flows = flows;
    flows = { ...flows };
    const steps = each.inside.flatMap(
      (id) => config.index.conditions[`step ${id}`] ?? [],
    );
    for (const id of [...steps, ...Object.keys(each.flows).map(Number)]) {
      const after = advanceFlow(
        known(config.flows[id]),
        each.flows[id],
        each.inside,
      );
      if (after) flows[id] = after;
    }
  }
  session.flows = flows;
  for (const id of Object.keys({ ...old, ...flows }))
    if (old[+id] !== flows[+id]) touch(`flow ${id}`);
}

import type { RecentPage } from '../state.ts';
import { touch } from '../touch.ts';
import type { Visit } from '../visit.ts';
import { advanceFlow } from './advance-flow.ts';

/** How long a page view can still be completed, session time (PG3, EN4). */
export const COMPLETE_MS = 1000;

/** Moves the flows by a page view that begins now (FL8). */
export function beginFlows(
  visit: Visit,
  number: number,
  entryPoints: readonly number[],
): void {
  const { session, elapsed } = visit.state;
  const page = { number, startedMs: elapsed, entryPoints, before: [] };
  session.recent = session.recent.filter(
    ({ startedMs }) => elapsed - startedMs <= COMPLETE_MS,
  );
  session.recent.push(page);
  moveFlows(visit, page);
}

/** Moves the flows as if a page view had been in these entry points (EN5). */
export function correctFlows(
  visit: Visit,
  number: number,
  entryPoints: readonly number[],
): void {
  const { recent, flows } = visit.state.session;
  const from = recent.findIndex((page) => page.number === number);
  if (from < 0) return;
  const later = recent.slice(from);
  for (const { before } of [...later].reverse())
    for (const [id, state] of before) {
      if (state) flows[id] = state;
      else delete flows[id];
      touch(visit, `flow ${id}`);
    }
  for (const page of later) {
    if (page.number === number) page.entryPoints = entryPoints;
    moveFlows(visit, page);
  }
}

/** Moves the flows of the page's steps, and those that are under way. */
function moveFlows(visit: Visit, page: RecentPage): void {
  const { entryPoints } = page;
  const { flows } = visit.state.session;
  const ids = new Set(Object.keys(flows).map(Number));
  for (const entryPoint of entryPoints)
    visit.conditions.get(`step ${entryPoint}`)?.forEach((id) => ids.add(id));
  page.before = [];
  for (const id of ids) {
    const before = flows[id];
    const after = advanceFlow(visit.config.flows[id] ?? [], before, entryPoints);
    if (!after || after === before) continue;
    flows[id] = after;
    page.before.push([id, before]);
    touch(visit, `flow ${id}`);
  }
}

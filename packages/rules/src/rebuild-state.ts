import type { PublishedConfig } from '@beckon/schema/types';
import { createEngine } from './engine.ts';
import { findEntryPoints } from './patterns/entry-points.ts';
import { beginFlows } from './session/flows.ts';
import { absorb } from './session/take-attribute.ts';
import { countsOpen, timesOf } from './session/time-spent.ts';
import { createSession, type EngineState, type TabState } from './state.ts';
import type { Visit } from './visit.ts';

/** Makes the session's aggregates anew for another revision of the config, from
 * what the state still keeps (EN17). */
export function rebuildState(config: PublishedConfig, state: EngineState): void {
  const { session } = state;
  const { visits, times, flows, recent, fits, kept } = createSession(0);
  const cart = { ...session.cart };
  Object.assign(session, { visits, times, flows, recent, fits, kept });
  state.revision = config.revision;
  for (const tab of Object.values(state.tabs)) {
    if (!tab.page) continue;
    tab.page.waiting = {};
    tab.page.entryPoints = findEntryPoints(config, tab);
  }
  const { visit } = createEngine(config, state);
  const ended = session.history.flatMap((entry) =>
    'number' in entry
      ? [{ ...entry, entryPoints: findEntryPoints(config, entry) }]
      : [],
  );
  const current = Object.values(state.tabs).flatMap(({ page }) => page ?? []);
  for (const page of [...ended, ...current].sort((a, b) => a.number - b.number))
    replay(visit, page);
  for (const entry of session.history)
    if ('attribute' in entry) absorb(visit, entry.attribute);
  for (const attribute of Object.values(session.merged))
    if (attribute) absorb(visit, attribute);
  session.cart = cart;
}

type Page = Pick<
  NonNullable<TabState['page']>,
  'number' | 'entryPoints' | 'visibleMs' | 'openMs'
>;

function replay(visit: Visit, page: Page): void {
  const { visits, times } = visit.state.session;
  const { number, entryPoints } = page;
  for (const id of entryPoints) visits[id] = (visits[id] ?? 0) + 1;
  for (const id of timesOf(visit, entryPoints))
    times[id] =
      (times[id] ?? 0) +
      (countsOpen(visit, id) ? page.openMs : page.visibleMs);
  beginFlows(visit, number, entryPoints);
}

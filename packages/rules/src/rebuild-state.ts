import type { PageConfig } from '@beckon/schema/types';
import { createEngine, noModules } from './engine.ts';
import { locate } from './patterns/places.ts';
import { moveFlows } from './session/flows.ts';
import { absorb, tellVisit } from './session/take-attribute.ts';
import { countPage } from './session/page-view.ts';
import { createSession, createTab, type EngineState } from './state.ts';
import { engagementOf, setVisit } from './visit.ts';

/** Makes the session's aggregates anew for another revision of the config, from
 * what the state still keeps (EN17). */
export function rebuildState(config: PageConfig, state: EngineState): void {
  const { session } = state;
  const { counts, flows, recent, kept } = createSession();
  Object.assign(session, { counts, flows, recent, kept });
  state.revision = config.revision;
  // The doors below speak of the visit that was made last.
  setVisit(createEngine(config, state, noModules).visit);
  const tabs = Object.values(state.tabs);
  for (const tab of tabs) {
    tab.waiting = {};
    for (const [zone, { engagement }] of Object.entries(tab.offers))
      if (!engagementOf(engagement)) delete tab.offers[zone];
  }
  const ended = session.history.flatMap((entry) =>
    'page' in entry ? [{ ...createTab(), ...entry }] : [],
  );
  for (const tab of ended) {
    locate(tab);
    countPage(tab);
  }
  const current = tabs.filter(({ page }) => page);
  for (const tab of [...ended, ...current].sort((a, b) => a.page - b.page))
    moveFlows(tab);
  for (const entry of session.history)
    if ('attribute' in entry) absorb(entry.attribute);
  for (const attribute of Object.values(session.merged))
    if (attribute) absorb(attribute);
  tellVisit();
}

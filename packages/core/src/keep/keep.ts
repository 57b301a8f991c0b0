import type { ConsentChange } from '../api.ts';
import { hasWindow } from '../has-window.ts';
import { nothing } from '../nothing.ts';
import { readState } from '../state-text.ts';
import type { KeepPart, Tag } from '../tag.ts';
import { createAskAgain } from './ask-again.ts';
import { createAttend } from './attend.ts';
import { createEvents } from './events.ts';
import { createAskGeo } from './geo.ts';
import type { KeepPorts } from './keep-ports.ts';
import { followLeaveSigns } from './leave-signs.ts';
import { followPageLife } from './page-life.ts';
import { seldom } from './seldom.ts';
import { closeOthers, createTabs } from './tabs.ts';

/**
 * Keeps a visit between pages and tabs, and tells the gateway of it: all that
 * leaves the memory of the page, as far as the visitor allows (ST, SE2, NET).
 */
export function createKeep(tag: Tag, keepPorts: KeepPorts): KeepPart {
  const { consent, ports } = tag;
  /** HP1: where we cannot write so that we can read, nothing is written. */
  const limit = () => {
    if (!keepPorts.isUsable) consent.storage = consent.tracking = false;
  };
  if (keepPorts.hasOptedOut) consent.tracking = false;
  limit();
  const events = createEvents(tag, keepPorts);
  const askAgain = createAskAgain(tag);
  const askGeo = createAskGeo(tag);
  const tellSession = createTellSession(tag);
  const tabs = createTabs(tag, keepPorts, {
    consent: (change) => changeConsent(change, true),
    lead: events.lead,
  });

  const changeConsent = seldom((change: ConsentChange, isFromAfar = false) => {
    const { storage: had, tracking: wasTracked } = consent;
    const given = Object.entries(change).filter(
      ([name, value]) =>
        /^(storage|tracking)$/.test(name) && value !== undefined,
    );
    const said = Object.fromEntries(
      given.filter(([, value]) => typeof value === 'boolean'),
    ) as ConsentChange;
    Object.assign(consent, said);
    // What was not said here may be otherwise in another tab.
    if (!isFromAfar) tabs.post({ type: 'consent', ...said });
    limit();
    tag.storageChanged?.();
    if (!consent.tracking) events.forget();
    else if (!wasTracked) events.grant();
    // A page may say no to what an earlier one was allowed (ST1).
    if (!consent.storage && (had || (said.storage === false && !isFromAfar))) {
      tabs.part();
      closeOthers(tag);
      keepPorts.erase(tag.config.tag['cookieDomain'] as string | null);
    }
    if (!had && consent.storage) remember(isFromAfar);
    tag.plan();
    if (given.length > Object.keys(said).length) throw new TypeError();
  });
  /** Storage was granted: goes on from what is there, or keeps what this page
   * has (ST2). A tab that was only told so joins when it next does something. */
  const remember = seldom((isFromAfar: boolean) => {
    const stored = readState(ports.recall());
    if (isFromAfar) tag.log = [];
    if (stored) {
      tag.begin(stored);
      tag.log.forEach((event) => tag.engine.apply(event));
    }
    tabs.join();
    if (hasWindow(ports)) tag.part('window').catch(nothing);
  });

  // It reads the log, which whoever joins hands on.
  const note = followPageLife(tag, keepPorts, tabs.connect);
  Object.assign(tag, {
    attend: createAttend(tag),
    decided(decision) {
      tellSession();
      askAgain(decision);
      askGeo();
      events.look();
      tabs.saveSoon();
    },
    share(event) {
      note(event);
      tabs.share(event);
    },
    leave: seldom(() => {
      if (!tag.isShown) return;
      tag.learn({ type: 'tab', tab: tag.name, state: 'closed' });
      tag.isShown = false;
      tabs.disconnect();
      events.leave();
    }),
  } satisfies Partial<Tag>);
  tabs.connect();
  followAsked(tag, keepPorts);
  // What stood before this came was decided without it, and nobody attends to it
  // yet. TG3: not at once, for what a decision waits for may be on its way still.
  tag.plan();
  return {
    consent: (change) => changeConsent(change),
    logout: () => tabs.post({ type: 'logout' }),
  };
}

/** What only some sites ask for. */
function followAsked(tag: Tag, { idle, timeZone }: KeepPorts): void {
  const { index, needsTimeZone, tag: settings } = tag.config;
  if (index.conditions['leave'] !== undefined) followLeaveSigns(tag);
  if (needsTimeZone)
    idle(seldom(() => tag.learn({ type: 'visitor', timeZone: timeZone() })));
  if (settings['dataLayer'] || settings['dataLayerEvents'])
    // LD4: without the chunk the site does without.
    tag.part('extras').catch(nothing);
}

/** Tells of each session that begins (API2). */
function createTellSession(tag: Tag): () => void {
  let told = 0;
  return () => {
    const { session, visitor } = tag.engine.state;
    if (!session.startedAt || told === session.startedAt) return;
    told = session.startedAt;
    tag.bus.tell('session', { startedAt: told, visits: visitor.visits });
  };
}

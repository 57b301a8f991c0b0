import type { Geo, VisitEvent } from '@beckon/schema/types';
import type { JourneyStep, StepAction } from '../journey.ts';
import {
  engineOf,
  liveEngines,
  openTabs,
  tell,
  tellGeo,
  type Browser,
  type Tab,
} from './browser.ts';
import { changeConsent, joinShared } from './consent.ts';
import { notOpen } from './not-open.ts';
import { openPage } from './open-page.ts';
import { playOffer } from './play-offer.ts';
import { reportAttributes } from './report-attributes.ts';
import type { StepProblem } from './result.ts';

export interface PlayedStep {
  readonly problem?: StepProblem;
  /** Attribute problems (EA2): they fail nothing. */
  readonly notes?: readonly string[];
}

type InTab = Exclude<
  StepAction,
  { type: 'page' | 'availability' | 'consent' | 'geo' | 'expect' }
>;

/** Does what a step says; the moment is the browser's now (JR6). */
export function playStep(browser: Browser, step: JourneyStep): PlayedStep {
  const { action, tab } = step;
  if (action.type === 'expect') return {};
  if (action.type === 'page') {
    return withProblem(openPage(browser, tab, action));
  }
  if (action.type === 'availability') {
    return changeAvailability(browser, action.skills);
  }
  if (action.type === 'geo') return changeGeo(browser, action.geo);
  if (action.type === 'consent') return playConsent(browser, step, action);
  return playInTab(browser, tab, action);
}

function withProblem(problem: StepProblem | null): PlayedStep {
  return problem ? { problem } : {};
}

function changeGeo(browser: Browser, geo: Geo | null): PlayedStep {
  browser.geo = geo;
  for (const engine of liveEngines(browser)) tellGeo(browser, engine);
  return {};
}

function changeAvailability(
  browser: Browser,
  skills: Extract<StepAction, { type: 'availability' }>['skills'],
): PlayedStep {
  Object.assign(browser.availability, skills);
  for (const engine of liveEngines(browser)) {
    tell(browser, engine, { type: 'availability', at: browser.now, skills });
  }
  return {};
}

function playConsent(
  browser: Browser,
  step: JourneyStep,
  action: Extract<StepAction, { type: 'consent' }>,
): PlayedStep {
  const tab = browser.tabs.get(step.tab);
  const acting = tab?.isOpen ? tab : null;
  if (!acting && openTabs(browser).length > 0) {
    return { problem: notOpen(browser, step.tab) };
  }
  changeConsent(browser, acting, action);
  return {};
}

function playInTab(browser: Browser, name: string, action: InTab): PlayedStep {
  const tab = browser.tabs.get(name);
  const engine = tab && engineOf(browser, tab);
  if (!tab?.isOpen || !engine) return { problem: notOpen(browser, name) };
  if (action.type === 'offer') {
    return withProblem(playOffer(browser, tab, action));
  }
  if (action.type === 'attributes') {
    return { notes: reportAttributes(browser, tab, action.attributes) };
  }
  if (isActivity(action)) joinShared(browser, tab);
  const { hasJoined } = tab;
  noteInTab(tab, action);
  if (hasJoined) tell(browser, engine, toEvent(browser, tab, action));
  return {};
}

/** SE1: what brings a tab into a session. */
function isActivity(action: InTab): boolean {
  if (action.type === 'tab') return action.state === 'visible';
  return action.type === 'conversation' || action.type === 'input';
}

function noteInTab(tab: Tab, action: InTab): void {
  if (action.type === 'tab') tab.isVisible = action.state === 'visible';
  if (action.type === 'title' && tab.document) {
    tab.document = { ...tab.document, title: action.title };
  }
  if (action.type !== 'close') return;
  tab.isOpen = false;
  tab.hasJoined = false;
  tab.document = null;
  tab.offers = {};
}

function toEvent(
  browser: Browser,
  tab: Tab,
  action: Exclude<InTab, { type: 'offer' | 'attributes' }>,
): VisitEvent {
  const stamp = { at: browser.now, tab: tab.name };
  switch (action.type) {
    case 'title':
      return { ...stamp, type: 'page-update', title: action.title };
    case 'tab':
      return { ...stamp, type: 'tab', state: action.state };
    case 'close':
      return { ...stamp, type: 'tab', state: 'closed' };
    case 'input':
      return { ...stamp, type: 'input' };
    case 'conversation':
      return { ...stamp, type: 'conversation', state: action.state };
    case 'leave-intent':
      return {
        ...stamp,
        type: 'leave',
        sign: action.sign,
        size: action.size,
      };
  }
}

import type { PublishedCampaign, PublishedEngagement } from '@beckon/schema/types';
import { fold } from '../patterns/match-text.ts';
import { STATUS, type TabState } from '../state.ts';
import { isPersonal, judgeCondition } from '../touch.ts';
import type { Visit } from '../visit.ts';
import { draw } from './draw.ts';

export type Test = (
  visit: Visit,
  tab: TabState,
  engagement: PublishedEngagement,
) => boolean;

const schedule: Test = (visit, _, engagement) => {
  const { schedule } = campaignOf(visit, engagement);
  return schedule == null || !!visit.open[schedule];
};

const controlGroup: Test = (visit, _, engagement) => {
  const { config } = visit;
  const { id = '', controlGroup } = campaignOf(visit, engagement);
  return (
    drawOf(visit, config.site) >= config.controlGroup &&
    drawOf(visit, id) >= (controlGroup ?? 0)
  );
};

const audience: Test = (visit, _, engagement) =>
  anyHolds(
    visit,
    engagement,
    campaignOf(visit, engagement).audiences ?? [],
    visit.config.audiences,
  );

const entryPoint: Test = (_, { page }, { entryPoints }) =>
  !entryPoints.length ||
  entryPoints.some((id) => page?.entryPoints.includes(id));

const behavior: Test = (visit, _, engagement) =>
  anyHolds(visit, engagement, engagement.behaviors, visit.config.behaviors);

const language: Test = (visit, tab, { language }) =>
  language === null || language === pageLanguage(visit, tab);

const decline: Test = ({ state }, _, { id, snoozeMs }) => {
  const declinedAt = state.visitor.declines[id] ?? -Infinity;
  return (
    !((state.session.statuses[id] ?? 0) & STATUS.declined) &&
    state.at >= declinedAt + snoozeMs
  );
};

const cap: Test = ({ config, state }, tab, { id, kind, zone }) => {
  const { declined, conversing, impressions } = state.session;
  if (zone !== 'proactive') return true;
  if (kind === 'conversation' && (declined || conversing)) return false;
  return (
    impressions[kind] < (config.proactiveCap[kind] ?? Infinity) ||
    tab.offers[zone]?.engagement === id
  );
};

const availability: Test = (visit, _, engagement) => {
  const state = availabilityOf(visit, engagement);
  return !!state && !!engagement.creative[state];
};

/** The tests of SL1, in its order; `TEST_NAMES` names them. */
export const TESTS: readonly Test[] = [
  schedule,
  controlGroup,
  audience,
  entryPoint,
  behavior,
  language,
  decline,
  cap,
  availability,
];

/** Tests that a proactive offer must pass to go on standing (SL4). */
const STANDING: readonly Test[] = [schedule, decline, cap, availability];

/** Whether a proactive offer may go on standing (SL4). */
export const mayStand: Test = (visit, tab, engagement) =>
  STANDING.every((test) => test(visit, tab, engagement));

/** GO2: this test alone does not end the walk. */
export const isControlGroup = (test: Test): boolean => test === controlGroup;

/** OF5: asked only when all else holds. */
export const isAvailability = (test: Test): boolean => test === availability;

/** Of the engagement's skill; content asks nobody (OF5). */
export function availabilityOf(
  { state }: Visit,
  { skill }: PublishedEngagement,
) {
  return skill === null ? 'online' : state.availability[skill];
}

function campaignOf(
  { config }: Visit,
  engagement: PublishedEngagement,
): Partial<PublishedCampaign> {
  return config.campaigns[engagement.campaign] ?? {};
}

/** SL6, drawn once. */
export function drawOf({ draws, state }: Visit, id: string): number {
  let drawn = draws.get(id);
  if (drawn === undefined) draws.set(id, (drawn = draw(state.visitor.id, id)));
  return drawn;
}

/** The primary language of the page, else the visitor's (SL1, EN9). */
export function pageLanguage({ state }: Visit, { lang }: TabState) {
  return fold(lang || state.browser.language || '').split('-')[0];
}

/** Whether all conditions of any list hold; without lists, always. */
function anyHolds(
  visit: Visit,
  { id }: PublishedEngagement,
  any: readonly number[],
  lists: readonly (readonly number[])[],
): boolean {
  return (
    !any.length ||
    any.some((list) =>
      lists[list]?.every((condition) =>
        isPersonal(visit, condition)
          ? judgeCondition(visit, condition, id)
          : visit.truth[condition],
      ),
    )
  );
}

import { foldText } from '@beckon/schema/text';
import type { OneOrMore, VisitorEngagement } from '@beckon/schema/types';
import { kindOf } from '../kind-of.ts';
import { known } from '../known.ts';
import { STATUS, type TabState } from '../state.ts';
import { holds } from '../touch.ts';
import { atWork, config, modules, session, state, visitor } from '../visit.ts';

export type Test = (
  engagement: VisitorEngagement,
  tab: TabState,
) => boolean | undefined;

const campaignOf = ({ campaign }: VisitorEngagement) =>
  known(config.campaigns[campaign]);

export const isInSchedule: Test = (engagement) =>
  known(atWork.open)[campaignOf(engagement).schedule] ?? true;

/** Most sites have no control group: they draw nothing. */
export const isOffered: Test = (engagement) =>
  campaignOf(engagement).groups.every((group) => modules.groups?.(group));

export const isInAudience = (engagement: VisitorEngagement): boolean =>
  anyHolds(campaignOf(engagement).audiences, config.audiences);

export const isBehaving = ({ behaviors }: VisitorEngagement): boolean =>
  anyHolds(behaviors, config.behaviors);

/** By the language of the page, else the visitor's (EN9). */
export const isSpeaking: Test = ({ language }, { lang }) =>
  !language ||
  `${foldText(lang || state.browser.language || '')}-`.startsWith(language);

const isUndeclined: Test = ({ id }) =>
  !(known(session.statuses[id]) & STATUS.decline);

export const isNotDeclined: Test = (engagement, tab) =>
  isUndeclined(engagement, tab) &&
  !(state.at < known(visitor.declines[engagement.id]) + engagement.snoozeMs);

export const isAllowed: Test = ({ id, skill, zone }, { offers }) =>
  zone !== 'proactive' ||
  ((!skill || (!session.declined && !session.conversing)) &&
    (session.impressions[kindOf(skill)] < config.proactiveCap[kindOf(skill)] ||
      offers[zone]?.engagement === id));

/** Undefined: nobody has told yet (OF5). */
export const isAvailable: Test = (engagement) => {
  const availability = state.availability[engagement.skill];
  return availability && availability in engagement.creative;
};

/**
 * Whether an engagement of the tab's place passes every other test of SL1.
 *
 * @returns Undefined: nothing but word of its availability is missing (OF5).
 */
export function isEligible(id: number, tab: TabState): boolean | undefined {
  const { ready } = atWork;
  const engagement = known(config.engagements[id]);
  ready[id] = ready[id] ?? (isBehaving(engagement) && isInAudience(engagement));
  if (
    !ready[id] ||
    !isInSchedule(engagement, tab) ||
    !isSpeaking(engagement, tab) ||
    !isNotDeclined(engagement, tab) ||
    !isAllowed(engagement, tab)
  )
    return false;
  // GO2: control groups are followed to here.
  session.prospects[campaignOf(engagement).id] = 1;
  return isOffered(engagement, tab) && isAvailable(engagement, tab);
}

/** Whether a proactive offer may go on standing (SL4). */
export const mayStand: Test = (engagement, tab) =>
  isInSchedule(engagement, tab) &&
  isUndeclined(engagement, tab) &&
  isAllowed(engagement, tab) &&
  isAvailable(engagement, tab);

/** Whether all conditions of any list hold; without lists, always. */
function anyHolds(
  any: OneOrMore<number>,
  lists: readonly OneOrMore<number>[],
): boolean {
  const all = [any].flat();
  return (
    !all.length || all.some((list) => [known(lists[list])].flat().every(holds))
  );
}

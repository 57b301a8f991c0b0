import type { Availability, PublishedEngagement } from '@beckon/schema/types';
import { known } from '../known.ts';
import { fold } from '../patterns/match-text.ts';
import { STATUS, type TabState } from '../state.ts';
import { isPersonal, judgeCondition } from '../touch.ts';
import { cache, config, session, state, visitor } from '../visit.ts';
import { draw } from './draw.ts';

export type Test = (
  engagement: PublishedEngagement,
  tab: TabState,
) => boolean | undefined;

const isInSchedule: Test = (engagement) => {
  const { schedule } = campaignOf(engagement);
  return schedule === null || !!cache.open[schedule];
};

const isOffered: Test = (engagement) => {
  const campaign = campaignOf(engagement);
  // Most sites have no control group: they draw nothing.
  return [config, campaign].every(
    ({ controlGroup }, i) =>
      !controlGroup ||
      draw(visitor.id, i ? campaign.id : config.site) >= controlGroup,
  );
};

const isInAudience: Test = (engagement) =>
  anyHolds(engagement, campaignOf(engagement).audiences, config.audiences);

const isAtEntryPoint: Test = ({ entryPoints }, { inside }) =>
  !entryPoints.length || entryPoints.some((id) => inside.includes(id));

const isBehaving: Test = (engagement) =>
  anyHolds(engagement, engagement.behaviors, config.behaviors);

const isSpeaking: Test = ({ language }, tab) =>
  language === null || language === pageLanguage(tab);

const isUndeclined: Test = ({ id }) =>
  !(known(session.statuses[id]) & STATUS.decline);

const isNotDeclined: Test = (engagement, tab) =>
  isUndeclined(engagement, tab) &&
  !(state.at < known(visitor.declines[engagement.id]) + engagement.snoozeMs);

const isAllowed: Test = ({ id, kind, zone }, { offers }) =>
  zone !== 'proactive' ||
  ((kind === 'content' || (!session.declined && !session.conversing)) &&
    (session.impressions[kind] < (config.proactiveCap[kind] ?? Infinity) ||
      offers[zone]?.engagement === id));

/** Undefined: nobody has told yet (OF5). */
const isAvailable: Test = (engagement) => {
  const state = availabilityOf(engagement);
  return state && state in engagement.creative;
};

/** The tests of SL1, in its order. */
export const TESTS: readonly Test[] = [
  isInSchedule,
  isOffered,
  isInAudience,
  isAtEntryPoint,
  isBehaving,
  isSpeaking,
  isNotDeclined,
  isAllowed,
  isAvailable,
];

/**
 * Whether an engagement passes every test.
 *
 * @returns Undefined: nothing but word of its availability is missing (OF5).
 */
export function judgeEngagement(
  engagement: PublishedEngagement,
  tab: TabState,
): boolean | undefined {
  // All in the order that is cheapest. GO2: control groups are followed to the
  // last test but one.
  if (
    !tab.page ||
    !isAtEntryPoint(engagement, tab) ||
    !isBehaving(engagement, tab) ||
    !isInAudience(engagement, tab) ||
    !isInSchedule(engagement, tab) ||
    !isSpeaking(engagement, tab) ||
    !isNotDeclined(engagement, tab) ||
    !isAllowed(engagement, tab)
  )
    return false;
  session.prospects[campaignOf(engagement).id] = 1;
  return isOffered(engagement, tab) && isAvailable(engagement, tab);
}

/** Whether a proactive offer may go on standing (SL4). */
export const mayStand: Test = (...each) =>
  [isInSchedule, isUndeclined, isAllowed, isAvailable].every((test) =>
    test(...each),
  );

/** Of the engagement's skill; content asks nobody (OF5). */
export function availabilityOf({
  skill,
}: PublishedEngagement): Availability | undefined {
  return skill === null ? 'online' : state.availability[skill];
}

function campaignOf({ campaign }: PublishedEngagement) {
  return known(config.campaigns[campaign]);
}

/** The primary language of the page, else the visitor's (SL1, EN9). */
export function pageLanguage({ lang }: TabState) {
  return fold(lang || state.browser.language || '').split('-')[0];
}

/** Whether all conditions of any list hold; without lists, always. */
function anyHolds(
  { id }: PublishedEngagement,
  any: readonly number[],
  lists: readonly (readonly number[])[],
): boolean {
  if (!any.length) return true;
  for (const list of any) {
    const conditions = known(lists[list]);
    if (
      conditions.every((condition) =>
        isPersonal(condition)
          ? judgeCondition(condition, id)
          : cache.truth[condition],
      )
    )
      return true;
  }
  return false;
}

import type { PublishedEngagement } from '@beckon/schema/types';
import type { TabState } from '../state.ts';
import type { Visit } from '../visit.ts';
import {
  availabilityOf,
  isAvailability,
  isControlGroup,
  type Test,
  TESTS,
} from './tests.ts';

/**
 * Walks an engagement through the tests of SL1: the one walk for decisions and
 * for explanations (SL9).
 *
 * @param tap Hears of every test; without it the walk ends where it is settled.
 * @param ask Hears of an availability that alone is missing (OF5).
 */
export function judgeEngagement(
  visit: Visit,
  tab: TabState,
  engagement: PublishedEngagement,
  tap?: ((test: Test, holds: boolean) => void) | null,
  ask?: (skill: string) => void,
): boolean {
  const { config, state } = visit;
  let holdsSoFar = !!tab.page;
  let isControl = false;
  for (const test of TESTS) {
    if (!holdsSoFar && !tap) break;
    const holds = test(visit, tab, engagement);
    tap?.(test, holds);
    if (isAvailability(test) && holdsSoFar) {
      // GO2: control groups are followed up to here.
      const campaign = config.campaigns[engagement.campaign];
      if (campaign && !tap) state.session.prospects[campaign.id] = 1;
      if (!isControl && !availabilityOf(visit, engagement))
        ask?.(engagement.skill ?? '');
    }
    if (isControlGroup(test)) isControl = !holds;
    else holdsSoFar &&= holds;
  }
  return holdsSoFar && !isControl;
}

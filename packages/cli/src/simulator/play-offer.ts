import type { StepAction } from '../journey.ts';
import { didYouMean } from '@beckon/schema';
import { engineOf, tell, type Browser, type Tab } from './browser.ts';
import { joinShared } from './consent.ts';
import { endWatch } from './impressions.ts';
import type { StepProblem } from './result.ts';

type OfferAction = Extract<StepAction, { type: 'offer' }>;

/** Tells what became of an offer, or why that cannot be (JR6). */
export function playOffer(
  browser: Browser,
  tab: Tab,
  action: OfferAction,
): StepProblem | null {
  const { engagement, phase } = action;
  const problem = checkOffer(browser, tab, action);
  if (problem) return problem;
  // Every phase but the impression is something that the visitor does (SE1).
  if (phase !== 'impression' && phase !== 'remove') joinShared(browser, tab);
  if (phase === 'impression') endWatch(tab.impressions, engagement);
  if (phase === 'click') browser.clicked.add(engagement);
  const engine = engineOf(browser, tab);
  if (!engine) return null;
  const { now: at } = browser;
  tell(browser, engine, {
    type: 'offer',
    at,
    tab: tab.name,
    engagement,
    phase,
  });
  return null;
}

/** JR6: what an offer that does not stand is told is the journey's mistake. */
function checkOffer(
  browser: Browser,
  tab: Tab,
  action: OfferAction,
): StepProblem | null {
  const { engagement, phase } = action;
  const stands = Object.values(tab.offers).includes(engagement);
  if (stands) return null;
  if (phase === 'interact' && browser.clicked.has(engagement)) return null;
  const known = browser.config.engagements.map(({ id }) => id);
  const there = Object.values(tab.offers).join(', ') || 'nothing';
  return {
    expected: `${engagement} stands in ${tab.name}`,
    actual: `${there} stands in ${tab.name}`,
    message: known.includes(engagement)
      ? `${engagement} does not stand in ${tab.name} and cannot get ${phase === 'impression' || phase === 'interact' ? 'an' : 'a'} ${phase}; ${there} stands there.`
      : `the config has no engagement "${engagement}".${didYouMean(engagement, known)}`,
  };
}

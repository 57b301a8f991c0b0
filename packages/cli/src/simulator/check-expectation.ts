import type { Engine } from '@beckon/rules';
import { explain as explainTab, listEligible } from '@beckon/rules/explain';
import type { PublishedNames } from '@beckon/schema/types';
import { explainEngagement, summarize } from '../explain/explain-engagement.ts';
import {
  createExplainContext,
  type ExplainContext,
} from '../explain/explain-context.ts';
import type { Expectation } from '../journey.ts';
import { createTab, engineOf, openEngine, type Browser } from './browser.ts';
import { checkConditions, checkGoals } from './check-facts.ts';
import { notOpen } from './not-open.ts';
import type { StepProblem } from './result.ts';

/** What a tab is looked at with. */
export interface Sight {
  readonly tab: string;
  readonly offers: Readonly<Record<string, string>>;
  readonly eligible: readonly string[];
  readonly engine: Engine;
  readonly context: ExplainContext;
}

/**
 * Compares what must be seen with what is there (JR2): one problem for each
 * thing that differs. In a tab that is closed, and in any before the first page,
 * nothing stands and nothing is eligible.
 */
export function checkExpectation(
  browser: Browser,
  names: PublishedNames,
  name: string,
  expected: Expectation,
): StepProblem[] {
  const isOfTab = expected.offers ?? expected.eligible ?? expected.not;
  if (isOfTab && !browser.tabs.has(name) && browser.tabs.size > 0) {
    return [notOpen(browser, name)];
  }
  const sight = lookAt(browser, names, name);
  return [
    ...checkOffers(sight, expected.offers ?? {}),
    ...checkEligible(sight, expected.eligible),
    ...checkNot(sight, expected.not ?? []),
    ...checkConditions(sight, names, expected.conditions ?? {}),
    ...checkGoals(sight, expected.goals ?? {}),
  ];
}

function lookAt(browser: Browser, names: PublishedNames, name: string): Sight {
  const tab = browser.tabs.get(name) ?? createTab(name);
  // Before the first page without storage, or after the last: a fresh one.
  const engine = engineOf(browser, tab) ?? openEngine(browser, 0);
  return {
    tab: name,
    offers: tab.offers,
    eligible: tab.hasJoined ? listEligible(engine, name) : [],
    engine,
    context: createExplainContext(browser.config, names, engine),
  };
}

function checkOffers(
  sight: Sight,
  expected: NonNullable<Expectation['offers']>,
): StepProblem[] {
  return Object.entries(expected).flatMap(([zone, wanted]) => {
    const there = sight.offers[zone] ?? null;
    if (there === wanted) return [];
    return {
      expected: { offers: { [zone]: wanted } },
      actual: { offers: { [zone]: there } },
      message: `${wanted ?? 'nothing'} was expected in ${zone}, ${there ?? 'nothing'} stands there`,
      why: explain(sight, [wanted, there]),
    };
  });
}

function checkEligible(
  sight: Sight,
  expected: readonly string[] | undefined,
): StepProblem[] {
  if (!expected) return [];
  const missing = expected.filter((id) => !sight.eligible.includes(id));
  const extra = sight.eligible.filter((id) => !expected.includes(id));
  if (missing.length + extra.length === 0) return [];
  return [
    {
      expected: { eligible: expected },
      actual: { eligible: sight.eligible },
      message: `exactly ${list(expected)} was expected to be eligible, ${list(sight.eligible)} is`,
      why: explain(sight, [...new Set(missing), ...extra]),
    },
  ];
}

function checkNot(sight: Sight, expected: readonly string[]): StepProblem[] {
  const found = expected.filter((id) => sight.eligible.includes(id));
  if (found.length === 0) return [];
  return [
    {
      expected: { not: expected },
      actual: { eligible: sight.eligible },
      message: `${list(found)} was not expected to be eligible`,
      why: explain(sight, found),
    },
  ];
}

/** Why the engagements that a difference is about are where they are. */
function explain(
  { engine, tab, context }: Sight,
  engagements: readonly (string | null)[],
): string[] {
  return engagements
    .filter((id) => id !== null)
    .flatMap((id) => explainTab(engine, tab, id))
    .flatMap((trace) => summarize(explainEngagement(trace, context)));
}

function list(ids: readonly string[]): string {
  return ids.length ? ids.join(', ') : 'nothing';
}

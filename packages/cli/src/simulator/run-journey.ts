import { listEligible } from '@beckon/rules/explain';
import type { PublishedConfig, PublishedNames } from '@beckon/schema/types';
import type { Journey, JourneyStep } from '../journey.ts';
import { createBrowser, engineOf, openTabs, type Browser } from './browser.ts';
import { checkExpectation } from './check-expectation.ts';
import { unknownNames } from './check-names.ts';
import { advance, decide } from './clock.ts';
import { playStep } from './play-step.ts';
import type {
  Failure,
  JourneyResult,
  Note,
  StepDecision,
  StepProblem,
  TabReading,
} from './result.ts';

/**
 * Plays a journey against a published config, without a browser and in
 * simulated time, and says what it found.
 *
 * @param names What the config's indexes are called, from `publishConfig`.
 * @throws Only when the engine does: a journey's mistakes are failures.
 * @see packages/cli/SPEC.md JR1–JR3, JR6–JR15
 */
export function runJourney(
  config: PublishedConfig,
  names: PublishedNames,
  journey: Journey,
): JourneyResult {
  const browser = createBrowser(config, journey);
  const failures: Failure[] = [];
  const notes: Note[] = [];
  const decisions: StepDecision[] = [];
  for (const step of journey.steps) {
    const { problems, messages } = runStep(browser, names, step);
    const { index, seconds: at, tab } = step;
    failures.push(
      ...problems.map((problem) => ({ step: index, at, tab, ...problem })),
    );
    notes.push(...messages.map((message) => ({ step: index, message })));
    decisions.push({ step: index, at, tabs: readTabs(browser) });
  }
  const pass = failures.length === 0;
  return { name: journey.name, pass, failures, notes, decisions };
}

/** JR1: timers, then the step, then one decision of every open tab. */
export function runStep(
  browser: Browser,
  names: PublishedNames,
  step: JourneyStep,
): { problems: readonly StepProblem[]; messages: readonly string[] } {
  advance(browser, step.at);
  const { problem, notes = [] } = playStep(browser, step);
  decide(browser);
  if (problem) return { problems: [problem], messages: notes };
  const { action } = step;
  if (action.type !== 'expect') return { problems: [], messages: notes };
  const { expected } = action;
  return {
    problems: checkExpectation(browser, names, step.tab, expected),
    messages: unknownNames(browser.config, expected),
  };
}

/**
 * Plays a journey up to a moment, steps and timers at that moment included.
 *
 * @param at Epoch ms.
 * @returns The browser as it is then, and the steps that could not be played.
 */
export function playUntil(
  config: PublishedConfig,
  names: PublishedNames,
  journey: Journey,
  at: number,
): { browser: Browser; failures: readonly Failure[] } {
  const browser = createBrowser(config, journey);
  const failures: Failure[] = [];
  for (const step of journey.steps) {
    if (step.at > at) break;
    if (step.action.type === 'expect') continue;
    const { index, seconds, tab } = step;
    for (const problem of runStep(browser, names, step).problems) {
      failures.push({ step: index, at: seconds, tab, ...problem });
    }
  }
  advance(browser, at);
  decide(browser);
  return { browser, failures };
}

function readTabs(browser: Browser): Record<string, TabReading> {
  return Object.fromEntries(
    openTabs(browser).map((tab) => {
      const engine = engineOf(browser, tab);
      const eligible =
        engine && tab.hasJoined ? listEligible(engine, tab.name) : [];
      return [tab.name, { offers: tab.offers, eligible }];
    }),
  );
}

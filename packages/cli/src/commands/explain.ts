import type { Engine } from '@beckon/rules';
import {
  explain as explainTab,
  type EngagementTrace,
} from '@beckon/rules/explain';
import { CommandFailure, EXIT, type ExitCode } from '../failure.ts';
import {
  explainEngagement,
  type Explanation,
} from '../explain/explain-engagement.ts';
import { formatExplanation } from '../explain/format-explanation.ts';
import { createExplainContext } from '../explain/explain-context.ts';
import { openConfig } from '../files/publish-config.ts';
import { readJourney } from '../files/read-journey.ts';
import { didYouMean } from '@beckon/schema';
import { FIRST_TAB } from '../parse-journey.ts';
import { engineOf, openTabs, type Browser } from '../simulator/browser.ts';
import { playUntil } from '../simulator/run-journey.ts';
import type { Terminal } from '../terminal.ts';
import type { CommandContext, JsonOption } from './command-context.ts';

export interface ExplainOptions extends JsonOption {
  /** Seconds from the journey's start. */
  readonly at: string;
  readonly engagement?: string;
  readonly tab?: string;
}

/** `beckon explain`: why each engagement is or is not shown at a moment. */
export async function explain(
  { terminal }: CommandContext,
  configPath: string,
  journeyPath: string,
  options: ExplainOptions,
): Promise<ExitCode> {
  const seconds = readSeconds(options.at);
  const publish = await openConfig(configPath);
  const journey = await readJourney(journeyPath);
  const { config, names } = publish(journey.startAt);
  checkEngagement(
    config.engagements.map(({ id }) => id),
    options.engagement,
  );
  const at = journey.startAt + Math.round(seconds * 1000);
  const { browser, failures } = playUntil(config, names, journey, at);
  for (const { step, message } of failures) {
    terminal.warn(`Failed to play step ${step}: ${message}`);
  }
  const tab = options.tab ?? FIRST_TAB;
  const engine = findEngine(browser, tab, seconds);
  const traces = explainTab(engine, tab, options.engagement);
  const context = createExplainContext(config, names, engine);
  const explained = traces.map((trace) => explainEngagement(trace, context));
  if (options.json) {
    terminal.print(JSON.stringify(toJson(seconds, tab, traces, explained)));
  } else {
    const { url = '' } = engine.state.tabs[tab] ?? {};
    const title = `${journey.name}, at ${seconds} s in ${tab}`;
    printAll(terminal, [title, ...(url ? [`on ${url}`] : [])], explained);
  }
  return failures.length ? EXIT.refused : EXIT.fine;
}

function readSeconds(text: string): number {
  const seconds = text.trim() === '' ? NaN : Number(text);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds;
  throw new CommandFailure(
    `Failed to read --at: "${text}" is no number of seconds. Write it like 32 or 1.5.`,
  );
}

function checkEngagement(
  known: readonly string[],
  engagement: string | undefined,
): void {
  if (engagement === undefined || known.includes(engagement)) return;
  throw new CommandFailure(
    `Failed to explain engagement: the config has no "${engagement}".${didYouMean(engagement, known)} Known: ${known.join(', ')}.`,
  );
}

function findEngine(browser: Browser, name: string, seconds: number): Engine {
  const tab = browser.tabs.get(name);
  const engine = tab && engineOf(browser, tab);
  if (tab?.isOpen && engine) return engine;
  const open = openTabs(browser).map((candidate) => candidate.name);
  throw new CommandFailure(
    `Failed to explain tab: ${name} is not open at ${seconds} s. ${open.length ? `Open: ${open.join(', ')}.` : 'No tab is open; choose another moment.'}`,
  );
}

function toJson(
  at: number,
  tab: string,
  traces: readonly EngagementTrace[],
  explained: readonly Explanation[],
): unknown {
  const engagements = traces.map((trace, index) => ({
    ...trace,
    verdict: explained[index]?.verdict,
    tests: trace.tests.map((test, number) => ({
      ...test,
      words: explained[index]?.tests[number]?.lines ?? [],
    })),
  }));
  return { at, tab, engagements };
}

function printAll(
  terminal: Terminal,
  titles: readonly string[],
  explained: readonly Explanation[],
): void {
  for (const title of titles) terminal.print(title);
  for (const explanation of explained) {
    terminal.print('');
    for (const line of formatExplanation(explanation, terminal.colors)) {
      terminal.print(line);
    }
  }
}

import { explain as explainTab } from '@beckon/rules/explain';
import { publishConfig } from '@beckon/schema';
import { explainEngagement } from '../explain/explain-engagement.ts';
import { createExplainContext } from '../explain/explain-context.ts';
import { FIRST_TAB, parseJourney } from '../parse-journey.ts';
import type { JourneyResult } from '../simulator/result.ts';
import { playUntil, runJourney } from '../simulator/run-journey.ts';

type Json = object;

/** A content engagement in the zone `left`, unless it says otherwise. */
export function offer(id: string, more: Json = {}): Json {
  return {
    id,
    kind: 'content',
    format: 'sticky',
    zone: 'left',
    url: 'https://shop.example/help',
    creative: { online: { title: id } },
    ...more,
  };
}

/** A conversation engagement in the zone `proactive`. */
export function chat(id: string, more: Json = {}): Json {
  return {
    id,
    kind: 'conversation',
    format: 'toaster',
    zone: 'proactive',
    skill: 'sales',
    creative: { online: { title: id } },
    ...more,
  };
}

/** A site of one campaign. */
export function site(engagements: readonly Json[], more: Json = {}): Json {
  return {
    version: 1,
    site: 'acme',
    entryPoints: {
      cart: { url: [{ contains: '/cart' }] },
      thanks: { url: [{ contains: '/thanks' }] },
    },
    campaigns: [{ id: 'sales', engagements }],
    ...more,
  };
}

export const CART = 'https://shop.example/cart';
export const HOME = 'https://shop.example/';

/** A step that loads a page. */
export function load(at: number, url: string, more: Json = {}): Json {
  return { at, page: { url }, ...more };
}

/** What is told of one test of one engagement. */
export interface Told {
  readonly engagement: string;
  readonly verdict: string;
  readonly test: string;
  readonly text: string;
  readonly inside: readonly string[];
}

/**
 * Publishes a site and plays a journey against it.
 *
 * @throws When the site or the journey is refused.
 */
export function play(
  authored: Json,
  steps: readonly Json[],
  more: Json = {},
): JourneyResult {
  const { config, names, journey } = prepare(authored, steps, more);
  return runJourney(config, names, journey);
}

/** Plays a journey up to a moment, and explains the first tab: one entry for
 * each test of each engagement. */
export function explain(
  authored: Json,
  steps: readonly Json[],
  seconds: number,
  more: Json = {},
): Told[] {
  const { config, names, journey } = prepare(authored, steps, more);
  const at = journey.startAt + seconds * 1000;
  const { browser } = playUntil(config, names, journey, at);
  const engine = browser.shared;
  if (!engine) throw new Error('explain plays journeys with storage');
  const context = createExplainContext(config, names, engine);
  return explainTab(engine, FIRST_TAB)
    .map((trace) => explainEngagement(trace, context))
    .flatMap(({ engagement, verdict, tests }) =>
      tests.map(({ test, lines: [line] }) => ({
        engagement,
        verdict,
        test,
        text: line?.text ?? '',
        inside: (line?.inside ?? []).map(
          ({ holds, text }) => `${holds ? '✓' : '✗'} ${text}`,
        ),
      })),
    );
}

function prepare(authored: Json, steps: readonly Json[], more: Json) {
  const parsed = parseJourney({ name: 'a journey', steps, ...more });
  if (parsed.status === 'refused') {
    throw new Error(JSON.stringify(parsed.problems));
  }
  const { journey } = parsed;
  const result = publishConfig(authored, { now: journey.startAt });
  if (result.status === 'refused') {
    throw new Error(JSON.stringify(result.problems));
  }
  return { ...result, journey };
}

/** What failed, a line each. */
export function failuresOf({ failures }: JourneyResult): string[] {
  return failures.map(({ step, message }) => `${step}: ${message}`);
}

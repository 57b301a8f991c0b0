import type { EngagementTrace, TestName } from '@beckon/rules/explain';
import { describeTest, type Line } from './describe-test.ts';
import type { ExplainContext } from './explain-context.ts';
import { remainingWords } from './words.ts';

/** Why an engagement is shown or not, in words (SL9). */
export interface Explanation {
  readonly engagement: string;
  /** `shown in proactive`, `waiting 3 s`, `not eligible: behavior` … */
  readonly verdict: string;
  readonly isShown: boolean;
  readonly tests: readonly ExplainedTest[];
}

export interface ExplainedTest {
  readonly test: TestName;
  readonly holds: boolean;
  readonly lines: readonly Line[];
}

export function explainEngagement(
  trace: EngagementTrace,
  context: ExplainContext,
): Explanation {
  return {
    engagement: trace.engagement,
    verdict: verdictWords(trace, context),
    isShown: trace.outcome === 'shown',
    tests: trace.tests.map((test) => ({
      test: test.test,
      holds: test.holds,
      lines: describeTest(test, trace.engagement, context),
    })),
  };
}

function verdictWords(trace: EngagementTrace, context: ExplainContext): string {
  const { outcome, waitMs = 0 } = trace;
  const zone =
    context.config.engagements.find(({ id }) => id === trace.engagement)
      ?.zone ?? 'its zone';
  if (outcome === 'shown') {
    // SL4: what stands may stay when its tests cease to hold.
    return `shown in ${zone}${trace.eligible ? '' : ', and stays there'}`;
  }
  if (outcome === 'waiting') return `waiting, ${remainingWords(waitMs)} left`;
  if (outcome === 'done') return 'eligible, but done for this page view';
  if (outcome) return `eligible, but lost ${zone} to ${outcome.lostTo}`;
  if (trace.eligible) return 'eligible';
  const failed = trace.tests.filter(({ holds }) => !holds);
  const names = failed.map(({ test }) => test.replace('-', ' '));
  // EN3: in a session that another tab began it has no page view yet.
  if (names.length === 0) {
    return 'not eligible: the tab has not come into the session';
  }
  return `not eligible: ${names.join(', ')}`;
}

/** An explanation in one line a reason: what fails, or that nothing does. */
export function summarize(explanation: Explanation): string[] {
  const { engagement, verdict, tests } = explanation;
  const failed = tests.filter(({ holds }) => !holds);
  if (failed.length === 0) return [`${engagement}: ${verdict}`];
  return failed.flatMap(({ test, lines }) =>
    lines
      .flatMap((line) => failingTexts(line))
      .map((text) => `${engagement}: ✗ ${test.replace('-', ' ')} ${text}`),
  );
}

/** Of a group with several conditions, those that do not hold. */
function failingTexts({ text, inside }: Line): string[] {
  if (!inside) return [text];
  return inside
    .filter(({ holds }) => !holds)
    .map((condition) => `${text}: ${condition.text}`);
}

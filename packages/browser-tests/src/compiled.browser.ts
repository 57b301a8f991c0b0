import type { CDPSession } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines } from './harness/describe-engines.ts';
import { expectOffer } from './harness/offers.ts';
import { pageUrl } from './harness/surroundings.ts';

/** Of a file's text, what the browser compiles though nothing calls it: ends
 * of things that do not end, answers that do not come. */
const MOST_IDLE = 0.1;

describeEngines(['chromium'], (arrive) => {
  test('[CO4] of `keep`, what a plain page view calls is compiled with it, and no more', async () => {
    const { page, context } = await arrive();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Profiler.enable');
    await devtools.send('Profiler.startPreciseCoverage', { callCount: true });
    const url = page
      .waitForResponse(/\/keep-[^-]{10}\.js$/)
      .then((answer) => answer.url());
    const sent = page.waitForRequest(/\/events$/);
    await page.goto(pageUrl('store/'));
    await expectOffer(page, 'contact');
    await sent;
    const functions = await readCalls(devtools, await url);
    const early = functions.filter(({ isSeldom }) => !isSeldom);
    const idle = early.filter(({ calls }) => !calls);
    expect(
      functions.filter(({ calls, isSeldom }) => calls && isSeldom),
    ).toEqual([]);
    expect(
      sizeOf(idle) / sizeOf(early.slice(0, 1)),
      `marks are missing: ${idle.map(({ text }) => text.slice(0, 60)).join('\n')}`,
    ).toBeLessThan(MOST_IDLE);
    // The marks are there, and most of what has one is no small matter.
    expect(functions.length - early.length).toBeGreaterThan(20);
  });
});

interface Called {
  readonly calls: number;
  readonly text: string;
  /** Left to its first call, by a mark of its own or of one around it. */
  readonly isSeldom: boolean;
}

/** The functions of a script; the first is the script itself. */
async function readCalls(
  devtools: CDPSession,
  url: string,
): Promise<readonly Called[]> {
  const { result } = await devtools.send('Profiler.takePreciseCoverage');
  const script = result.find((each) => each.url === url);
  if (!script) throw new Error(`Failed to find ${url} among what ran.`);
  const code = await (await fetch(url)).text();
  let seldomUntil = 0;
  return script.functions.map(({ ranges: [range] }, nth) => {
    const { count, endOffset, startOffset } = range ?? NO_RANGE;
    if (nth > 0 && !isInParentheses(code, startOffset))
      seldomUntil = Math.max(seldomUntil, endOffset);
    return {
      calls: count,
      text: code.slice(startOffset, endOffset),
      isSeldom: startOffset < seldomUntil,
    };
  });
}

const NO_RANGE = { count: 0, endOffset: 0, startOffset: 0 };

/** Those of a call's arguments do not count: `f(a=>b)`. */
const isInParentheses = (code: string, start: number): boolean =>
  /(?:^|[^\w$)\]]|\breturn)\($/.test(code.slice(Math.max(0, start - 8), start));

const sizeOf = (functions: readonly Called[]): number =>
  functions.reduce((size, { text }) => size + text.length, 0);

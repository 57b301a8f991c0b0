import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { describeEngines, type Arrive } from './harness/describe-engines.ts';
import { expectOffer } from './harness/offers.ts';
import { pageUrl, surroundings } from './harness/surroundings.ts';

/** Of nine, the difference of the medians is off by a frame now and then. */
const PAIRS = 21;

interface Vitals {
  /** What moved without anybody having clicked: nodes, and how much. */
  readonly shifts: readonly string[];
  readonly largestPaintMs: number;
  readonly interactionMs: number;
}

interface LayoutShift {
  readonly hadRecentInput: boolean;
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** What a paint may differ by when nothing differs: two frames. */
const LEAST_NOISE_MS = 33;
/** What the machine does besides comes and goes, what a tag costs stays. */
const TRIES_MORE = 2;

describeEngines(['chromium'], (arrive) => {
  test(
    '[HP5] LCP, CLS and INP are as without the tag',
    { retry: TRIES_MORE, timeout: 400_000 },
    async () => {
      const without: Vitals[] = [];
      const withTag: Vitals[] = [];
      const both = [
        { loads: without, site: surroundings.bareSite },
        { loads: withTag, site: surroundings.site },
      ];
      for (let pair = 0; pair < PAIRS; pair++)
        for (const { loads, site } of pair % 2 ? both.toReversed() : both)
          loads.push(await measure(arrive, site));
      // The page by itself moves nothing either, however the parser reads it.
      expect(without.flatMap(({ shifts }) => shifts)).toEqual([]);
      expect(withTag.flatMap(({ shifts }) => shifts)).toEqual([]);
      for (const read of [
        ({ largestPaintMs }: Vitals) => largestPaintMs,
        ({ interactionMs }: Vitals) => interactionMs,
      ]) {
        const bare = spread(without.map(read));
        const ours = spread(withTag.map(read));
        const noise = Math.max(LEAST_NOISE_MS, bare.high - bare.low);
        expect(ours.median - bare.median).toBeLessThanOrEqual(noise);
      }
    },
  );
});

/** A page is loaded, its offers come, and its button is pressed three times. */
async function measure(arrive: Arrive, site: string): Promise<Vitals> {
  const { page, context } = await arrive();
  await watchVitals(page);
  await page.goto(pageUrl('store/p/copper-saucepan/', site));
  if (site === surroundings.site) await expectOffer(page, 'contact');
  const add = page.getByRole('button', { name: 'Add to the cart' });
  for (let press = 0; press < 3; press++) {
    await add.click();
    await page.evaluate(
      () =>
        new Promise((next) => requestAnimationFrame(() => setTimeout(next))),
    );
  }
  const vitals = await page.evaluate('vitals');
  await context.close();
  return vitals as Vitals;
}

function watchVitals(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const shifts: string[] = [];
    const vitals = { shifts, largestPaintMs: 0, interactionMs: 0 };
    const nameOf = ({ node }: LayoutShift['sources'][number]) =>
      (node instanceof Element ? node.outerHTML : node?.textContent)?.slice(
        0,
        80,
      );
    Object.assign(window, { vitals });
    const observe = (
      options: PerformanceObserverInit & { durationThreshold?: number },
      take: (entry: PerformanceEntry) => void,
    ) =>
      new PerformanceObserver((list) =>
        list.getEntries().forEach(take),
      ).observe({
        buffered: true,
        ...options,
      });
    observe({ type: 'layout-shift' }, (entry) => {
      // What follows a click within half a second is what was clicked for.
      const { hadRecentInput, sources, value } =
        entry as unknown as LayoutShift;
      if (!hadRecentInput)
        shifts.push(`${value}: ${sources.map(nameOf).join(', ')}`);
    });
    observe({ type: 'largest-contentful-paint' }, (entry) => {
      vitals.largestPaintMs = entry.startTime;
    });
    observe({ type: 'event', durationThreshold: 16 }, (entry) => {
      vitals.interactionMs = Math.max(vitals.interactionMs, entry.duration);
    });
  });
}

function spread(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

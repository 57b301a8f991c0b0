import type { PublishedConfig } from '@beckon/schema/types';
import type { Expectation } from '../journey.ts';
import { didYouMean } from '@beckon/schema';

/** Zones that every site has (SL2). */
const ZONES = ['left', 'right', 'proactive'];

/**
 * Names in an expectation that the published config does not have: "nothing
 * stands in `proactve`" holds for ever and proves nothing (JR11).
 *
 * @returns A sentence for each; drafts and offsite engagements are not
 *   published, so that a missing name is no failure by itself.
 */
export function unknownNames(
  config: PublishedConfig,
  expected: Expectation,
): string[] {
  const engagements = config.engagements.map(({ id }) => id);
  const zones = [...ZONES, ...config.engagements.map(({ zone }) => zone)];
  const offers = Object.entries(expected.offers ?? {});
  const goals = Object.entries(expected.goals ?? {});
  const named = [
    ...offers.map(([, id]) => id),
    ...(expected.eligible ?? []),
    ...(expected.not ?? []),
    ...goals.map(([, id]) => id || null),
  ].filter((id) => id !== null);
  return [
    ...unknown('zone', keysOf(offers), zones),
    ...unknown('engagement', named, engagements),
    ...unknown(
      'campaign',
      keysOf(goals),
      config.campaigns.map(({ id }) => id),
    ),
  ];
}

function keysOf(entries: readonly (readonly [string, unknown])[]): string[] {
  return entries.map(([key]) => key);
}

function unknown(
  noun: string,
  named: readonly string[],
  known: readonly string[],
): string[] {
  const missing = new Set(named.filter((name) => !known.includes(name)));
  return [...missing].map(
    (name) =>
      `the published config has no ${noun} "${name}".${didYouMean(name, known)}`,
  );
}

import type { VisitEvent } from '@beckon/schema/types';
import type { Look } from './oracle/look.ts';
import type { Oracle } from './oracle/oracle.ts';

/** The engine, as the proof asks it. */
export interface AskedEngine {
  apply(event: VisitEvent): void;
  offers(tab: string): Readonly<Record<string, string>>;
  eligible(tab: string): readonly string[];
  /** By the index of the published condition. */
  holds(condition: number): boolean;
  nextAt(): number | null;
  save(): string;
}

/** A condition where its author wrote it, and where publishing put it. */
export interface ConditionPlace {
  readonly owner: 'behavior' | 'audience';
  readonly name: string;
  readonly index: number;
  readonly type: string;
  readonly published: number;
}

/** What the engine and the oracle disagree on. */
export interface Disagreement {
  readonly on: string;
  readonly engine: unknown;
  readonly oracle: unknown;
}

export type ConditionTally = (type: string, holds: boolean) => void;

/** What was found right at a decision point; it is so until the next. */
export interface Snapshot {
  readonly tabs: readonly TabSnapshot[];
  readonly conditions: readonly boolean[];
}

interface TabSnapshot {
  readonly tab: string;
  readonly eligible: readonly string[];
  readonly offers: Readonly<Record<string, string>>;
}

export type Compared =
  | { readonly status: 'agreed'; readonly snapshot: Snapshot }
  | { readonly status: 'disagreed'; readonly disagreement: Disagreement };

/** Lets both decide every open tab, and compares all that they say. */
export function compareAt(
  engine: AskedEngine,
  oracle: Oracle,
  places: readonly ConditionPlace[],
  tally: ConditionTally,
): Compared {
  const open = oracle.openTabs();
  for (const tab of open) {
    const offers = oracle.decide(tab);
    const shown = engine.offers(tab);
    if (isSame(shown, offers)) continue;
    return disagreed(`the offers in ${tab}`, shown, offers);
  }
  const look = oracle.look();
  const tabs: TabSnapshot[] = [];
  for (const tab of open) {
    const { eligible, offers } = look.tab(tab);
    const said = engine.eligible(tab);
    if (!isSame(said, eligible)) {
      return disagreed(`what is eligible in ${tab}`, said, eligible);
    }
    tabs.push({ tab, eligible, offers });
  }
  const conditions: boolean[] = [];
  for (const place of places) {
    const holds = lookAt(look, place);
    const said = engine.holds(place.published);
    if (said !== holds) return disagreed(nameOf(place), said, holds);
    tally(place.type, holds);
    conditions.push(holds);
  }
  return { status: 'agreed', snapshot: { tabs, conditions } };
}

/**
 * Looks whether all is still as the engine left it, at a moment between two
 * decision points: if not, the engine lacks a timer.
 */
export function findMissedChange(
  oracle: Oracle,
  { tabs, conditions }: Snapshot,
  places: readonly ConditionPlace[],
  at: number,
): Disagreement | undefined {
  const look = oracle.look(at);
  const now = String(at);
  for (const { tab, eligible, offers } of tabs) {
    const found = look.tab(tab);
    if (!isSame(found.eligible, eligible)) {
      const on = `what is eligible in ${tab} at ${now}`;
      return missed(on, eligible, found.eligible);
    }
    if (!isSame(found.offers, offers)) {
      return missed(`the offers in ${tab} at ${now}`, offers, found.offers);
    }
  }
  for (const [index, place] of places.entries()) {
    const holds = lookAt(look, place);
    if (holds === conditions[index]) continue;
    return missed(`${nameOf(place)} at ${now}`, conditions[index], holds);
  }
  return undefined;
}

/** The oracle's side alone, for the generator's own test. */
export function tallyAt(
  oracle: Oracle,
  places: readonly ConditionPlace[],
  tally: ConditionTally,
): void {
  for (const tab of oracle.openTabs()) oracle.decide(tab);
  const look = oracle.look();
  for (const place of places) tally(place.type, lookAt(look, place));
}

function lookAt(look: Look, { owner, name, index }: ConditionPlace): boolean {
  return look[owner](name, index);
}

function nameOf({ owner, name, index, type }: ConditionPlace): string {
  return `${owner} ${name}/${index} (${type})`;
}

function disagreed(on: string, engine: unknown, oracle: unknown): Compared {
  return { status: 'disagreed', disagreement: { on, engine, oracle } };
}

function missed(on: string, engine: unknown, oracle: unknown): Disagreement {
  return { on: `no timer for ${on}`, engine, oracle };
}

function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value);
  const entries = Object.entries(value ?? {});
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(entries);
}

import { toTest } from '../matching.ts';
import type { Condition, Engagement, Pattern, Site } from '../site-types.ts';

/** All that a URL decides, found once and kept. */
export interface PageFacts {
  /** Engagements that may stand here, in their order. */
  readonly candidates: readonly number[];
  readonly visited: readonly number[];
  readonly visibleTimes: readonly TimeCondition[];
  readonly openTimes: readonly TimeCondition[];
  /** Flows with the steps that the page is. */
  readonly flows: readonly FlowSteps[];
}

export interface TimeCondition {
  readonly condition: number;
  readonly ms: number;
}

type FlowSteps = readonly [flow: number, steps: readonly number[]];

/** What depends on one entry point. */
interface Dependents {
  readonly engagements: number[];
  readonly visited: number[];
  readonly visibleTimes: TimeCondition[];
  readonly openTimes: TimeCondition[];
  readonly steps: (readonly [flow: number, step: number])[];
}

/** Returns the facts of a URL; the first time by asking the patterns. */
export function createPages(
  site: Site,
  engagements: readonly Engagement[],
  conditions: readonly Condition[],
): (url: string) => PageFacts {
  const dependents = indexDependents(site, engagements, conditions);
  const everywhere = engagements.flatMap(({ entryPoints }, index) =>
    entryPoints.length === 0 ? [index] : [],
  );
  const entryPointsOf = indexPatterns(site);
  const known = new Map<string, PageFacts>();
  return (url) => {
    const kept = known.get(url);
    if (kept) return kept;
    const here = entryPointsOf(url).map((name) => dependents[name]);
    const found = gather(everywhere, here);
    known.set(url, found);
    return found;
  };
}

function indexDependents(
  site: Site,
  engagements: readonly Engagement[],
  conditions: readonly Condition[],
): Record<string, Dependents> {
  const all: Record<string, Dependents> = {};
  for (const name of Object.keys(site.entryPoints)) all[name] = nobody();
  for (const [index, { entryPoints }] of engagements.entries()) {
    for (const name of entryPoints) all[name]?.engagements.push(index);
  }
  for (const [condition, each] of conditions.entries()) {
    addCondition(all, condition, each);
  }
  for (const [flow, { steps }] of Object.values(site.flows).entries()) {
    for (const [step, { entryPoint }] of steps.entries()) {
      all[entryPoint]?.steps.push([flow, step]);
    }
  }
  return all;
}

function nobody(): Dependents {
  return {
    engagements: [],
    visited: [],
    visibleTimes: [],
    openTimes: [],
    steps: [],
  };
}

function addCondition(
  all: Readonly<Record<string, Dependents>>,
  condition: number,
  each: Condition,
) {
  if (each.type === 'visited-entry-point') {
    for (const name of each.entryPoints) all[name]?.visited.push(condition);
  } else if (each.type === 'time-on-entry-point') {
    const list = each.count === 'open' ? 'openTimes' : 'visibleTimes';
    const ms = each.seconds * 1000;
    all[each.entryPoints[0]]?.[list].push({ condition, ms });
  }
}

/** Exact URLs are looked up; each other pattern is asked once. */
function indexPatterns(site: Site): (url: string) => readonly string[] {
  const exact = new Map<string, string[]>();
  const others = new Map<string, { pattern: Pattern; names: string[] }>();
  for (const [name, { url }] of Object.entries(site.entryPoints)) {
    for (const pattern of url) {
      if ('exact' in pattern) {
        exact.set(pattern.exact, [...(exact.get(pattern.exact) ?? []), name]);
        continue;
      }
      const key = JSON.stringify(pattern);
      const known = others.get(key) ?? { pattern, names: [] };
      others.set(key, known);
      known.names.push(name);
    }
  }
  const asked = [...others.values()].map(({ pattern, names }) => ({
    test: toTest(pattern),
    names,
  }));
  return (url) => {
    const found = [...(exact.get(url) ?? [])];
    for (const { test, names } of asked) if (test(url)) found.push(...names);
    return found;
  };
}

function gather(
  everywhere: readonly number[],
  here: readonly (Dependents | undefined)[],
): PageFacts {
  const candidates = new Set(everywhere);
  const visited = new Set<number>();
  const visibleTimes: TimeCondition[] = [];
  const openTimes: TimeCondition[] = [];
  const stepsOf = new Map<number, number[]>();
  for (const each of here) {
    if (!each) continue;
    for (const engagement of each.engagements) candidates.add(engagement);
    for (const condition of each.visited) visited.add(condition);
    visibleTimes.push(...each.visibleTimes);
    openTimes.push(...each.openTimes);
    for (const [flow, step] of each.steps) {
      const steps = stepsOf.get(flow);
      if (steps) steps.push(step);
      else stepsOf.set(flow, [step]);
    }
  }
  return {
    candidates: [...candidates].sort((a, b) => a - b),
    visited: [...visited],
    visibleTimes,
    openTimes,
    flows: [...stepsOf].map(([flow, steps]) => [
      flow,
      steps.sort((a, b) => a - b),
    ]),
  };
}

import { createWalk, isInBackFlow, walk, type Steps } from '../flow-walk.ts';
import type { Condition, Site } from '../site-types.ts';
import type { PageFacts } from './pages.ts';

/** Flows under way; a page view touches those and the ones that it is in. */
export interface Flows {
  visit(page: PageFacts): void;
  reset(): void;
}

const NONE: readonly number[] = [];

export function createFlows(
  site: Site,
  conditions: readonly Condition[],
  set: (condition: number, isTrue: boolean) => void,
): Flows {
  const names = Object.keys(site.flows);
  const steps = Object.values(site.flows).map((flow) => flow.steps);
  const asked = (event: 'abandoned' | 'back-flow') =>
    names.map((name) =>
      conditions.flatMap((each, condition) =>
        each.type === 'flow' && each.flow === name && each.event === event
          ? [condition]
          : [],
      ),
    );
  const abandoned = asked('abandoned');
  const back = asked('back-flow');
  let walks = steps.map(createWalk);
  const underWay = new Set<number>();

  const judge = (flow: number) => {
    const state = walks[flow];
    if (!state) return;
    const isAbandoned = state.status === 'abandoned';
    const isBack = isInBackFlow(state);
    for (const each of abandoned[flow] ?? NONE) set(each, isAbandoned);
    for (const each of back[flow] ?? NONE) set(each, isBack);
    if (state.status === 'started') underWay.add(flow);
    else underWay.delete(flow);
  };
  const step = (flow: number, matched: readonly number[]) => {
    const state = walks[flow];
    const all: Steps | undefined = steps[flow];
    if (!state || !all) return;
    walk(state, all, matched);
    judge(flow);
  };
  return {
    visit: (page) => {
      for (const flow of underWay) {
        if (!page.flows.some(([here]) => here === flow)) step(flow, NONE);
      }
      for (const [flow, matched] of page.flows) step(flow, matched);
    },
    reset: () => {
      walks = steps.map(createWalk);
      underWay.clear();
    },
  };
}

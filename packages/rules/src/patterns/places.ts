import type { PatternSet, TextPattern, UrlPattern } from '@beckon/schema/types';
import { known } from '../known.ts';
import { remember } from '../remember.ts';
import type { PageFacts, TabState } from '../state.ts';
import { atWork, config } from '../visit.ts';
import { matches, subjectOfText, subjectOfUrl, type Subject } from './match.ts';

/** What a page is in a site: asked of the config once for each page, for
 * visitors come back and configs do not change. */
export interface Place {
  /** Entry points (EP1). */
  readonly inside: readonly number[];
  /** Engagements that may be offered here, in the order in which they win. */
  readonly engagements: readonly number[];
  /** Conditions that count page views here, or their time (BC2, BC3). */
  readonly counting: ReadonlySet<number>;
  /** By flow: the steps that a page view here is. */
  readonly steps: readonly (readonly number[])[];
}

/** The place of a tab's page view: found when it begins, and for the tabs of a
 * state when an engine is made. */
export const placeOf = (tab: TabState): Place => known(atWork.located.get(tab));

/** Finds the place that a tab shows now. */
export function locate(tab: TabState): Place {
  const { url, title, sections } = tab;
  const key = JSON.stringify([url, title, sections]);
  const place = remember(atWork.places, key, () => look(tab));
  atWork.located.set(tab, place);
  return place;
}

function look({ url, title, sections }: PageFacts): Place {
  let found: number[] = [];
  let outside: number[] = [];
  const ask = (set: PatternSet<TextPattern | UrlPattern>, subject: Subject) =>
    set.patterns.forEach((pattern, id) => {
      if (!matches(pattern, subject)) return;
      found = found.concat(set.inside[id] ?? []);
      outside = outside.concat(set.outside[id] ?? []);
    });
  const { flows, index, patterns } = config;
  ask(patterns.url, subjectOfUrl(url));
  ask(patterns.title, subjectOfText(title));
  for (const section of sections) ask(patterns.section, subjectOfText(section));
  const inside = unique(found).filter((id) => !outside.includes(id));
  // EP2: those that name no entry point may be offered everywhere.
  let engagements = [...index.everywhere];
  let counting: number[] = [];
  for (const id of inside) {
    const here = known(index.entryPoints[id]);
    engagements = engagements.concat(here.engagements);
    counting = counting.concat(here.counting);
  }
  return {
    inside,
    engagements: unique(engagements).sort((one, other) => one - other),
    counting: new Set(counting),
    steps: flows.map((steps) =>
      [...steps.keys()].filter((step) =>
        inside.includes(known(steps[step]).entryPoint),
      ),
    ),
  };
}

const unique = (ids: readonly number[]): number[] => [...new Set(ids)];

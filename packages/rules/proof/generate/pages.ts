import type { PageEvent, VisitEvent } from '@beckon/schema/types';
import { LANGS, REFERRERS, SECTIONS, TITLES, URLS } from './alphabet.ts';
import { maybe } from './behaviors.ts';
import type { Browsing } from './browsing.ts';
import type { Random } from './random.ts';

/** A tab, as the visitor knows it. */
export interface BrowsedTab {
  readonly name: string;
  visible: boolean;
  url: string;
}

const CONTAINERS = ['box', 'frame'];

/** A document in a new tab, or in one that was closed and came back. */
export function planNewTab(browsing: Browsing): VisitEvent {
  const { random, tabs, opened } = browsing;
  const closed = Array.from({ length: opened }, (_, at) => `tab-${at + 1}`);
  const free = closed.filter((name) => tabs.every((tab) => tab.name !== name));
  const comesBack = free.length > 0 && random.chance(0.2);
  if (!comesBack) browsing.opened += 1;
  const name = comesBack ? random.pick(free) : `tab-${browsing.opened}`;
  const visible = random.chance(0.8);
  const tab = { name, visible, url: random.pick(URLS) };
  tabs.push(tab);
  const event = makePage(browsing, tab, 'load');
  return visible ? event : { ...event, visible };
}

/** The next page of a tab: another document, or by the page's own doing. */
export function planPage(browsing: Browsing, name: string): VisitEvent {
  const { random, tabs } = browsing;
  const tab = tabs.find((each) => each.name === name) ?? random.pick(tabs);
  const by = random.weighted([
    [3, () => 'load' as const],
    [5, () => 'route' as const],
    [2, () => 'command' as const],
  ]);
  tab.url = random.chance(0.15) ? vary(random, tab.url) : random.pick(URLS);
  return makePage(browsing, tab, by);
}

/** PG3: a command for the page that is there, in time or too late. */
export function planCompletion(browsing: Browsing): VisitEvent {
  const { random, tabs } = browsing;
  const tab = tabs.at(-1) ?? random.pick(tabs);
  const url = random.chance(0.2) ? vary(random, tab.url) : tab.url;
  return makePage(browsing, { ...tab, url }, 'command');
}

/** PG4. */
export function planTitle({ random, at, tabs }: Browsing): VisitEvent {
  const { name: tab } = random.pick(tabs);
  return { type: 'page-update', at, tab, title: random.pick(TITLES) };
}

/** The same URL, but for what PG2 looks through, or nearly so. */
function vary(random: Random, url: string): string {
  const [page = '', fragment] = url.split('#');
  const joint = page.includes('?') ? '&' : '?';
  return random.pick([
    `${page}#bottom`,
    `${page}#/route`,
    page,
    `${page}${joint}utm_term=loan${fragment === undefined ? '' : `#${fragment}`}`,
    `${page}${joint}gclid=1`,
    `${page}${joint}x=1`,
  ]);
}

function makePage(
  { random, at }: Browsing,
  { name: tab, url }: BrowsedTab,
  by: PageEvent['by'],
): PageEvent {
  const keep = by === 'command' ? 0.4 : 0;
  return {
    type: 'page',
    at,
    tab,
    by,
    url,
    ...maybe(random, 'title', () => random.pick(TITLES), 0.7),
    ...maybe(random, 'sections', () => random.some(SECTIONS, 1, 2), 0.5),
    ...maybe(random, 'lang', () => random.pick(LANGS), 0.6),
    ...maybe(random, 'referrer', () => random.pick(REFERRERS), 0.8),
    ...maybe(random, 'keep', () => random.some(CONTAINERS, 1, 2), keep),
  };
}

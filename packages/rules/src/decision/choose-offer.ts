import type { Level } from '@beckon/schema/types';
import type { OfferState, PageState, TabState } from '../state.ts';
import type { Verdicts, Visit } from '../visit.ts';
import { draw } from './draw.ts';
import { availabilityOf } from './tests.ts';

/** High, medium, low (SL3). */
const WEIGHTS = [70, 20, 10];

/** The offer for a free zone, if any engagement competes for it (SL3). */
export function chooseOffer(
  visit: Visit,
  tab: TabState,
  page: PageState,
  zone: string,
  { eligible, shown }: Verdicts,
): OfferState | undefined {
  const { config, engagements } = visit;
  const isCompeting = (id: number) =>
    eligible[id] &&
    !page.done.includes(config.engagements[id]?.id ?? '') &&
    tab.visibleMs >= (page.waiting[id] ?? 0);
  const all = engagements.get(`zone ${zone}`) ?? [];
  const chosen =
    config.selection === 'weighted'
      ? drawOne(visit, page, zone, all.filter(isCompeting))
      : all.find(isCompeting);
  const engagement = config.engagements[chosen ?? -1];
  if (!engagement) return undefined;
  const before = shown[zone];
  return {
    engagement: engagement.id,
    // EN12: chosen again, it stays where it stands.
    fromMs:
      before?.engagement === engagement.id ? before.fromMs : tab.visibleMs,
    creative: availabilityOf(visit, engagement) ?? 'online',
  };
}

/** One draw over the levels present, then the first of the level (SL3, SL6). */
function drawOne(
  { config, state }: Visit,
  page: PageState,
  zone: string,
  competing: readonly number[],
): number | undefined {
  const levelOf = (id: number): Level =>
    config.campaigns[config.engagements[id]?.campaign ?? -1]?.level ?? 2;
  const weights = WEIGHTS.map((weight, level) =>
    competing.some((id) => levelOf(id) === level) ? weight : 0,
  );
  const name = `${state.session.startedAt}|${page.number}|${zone}`;
  let left =
    draw(state.visitor.id, name) * weights.reduce((sum, each) => sum + each, 0);
  const drawn = weights.findIndex((weight) => (left -= weight) < 0);
  return competing.find((id) => levelOf(id) === drawn);
}

import type {
  EngagementAttribute,
  Goal,
  VisitorEngagement,
} from '@beckon/schema/types';
import { DAY_MS } from './days.ts';
import { matchesText } from './patterns/match.ts';
import { placeOf } from './patterns/places.ts';
import { STATUS } from './state.ts';
import { config, state, type Follow } from './visit.ts';

/** Follows campaigns' goals: hand it to `createEngine` (GO1, EN15). */
export const followGoals: Follow = (fact) => {
  switch (fact.type) {
    case 'page': {
      const { pages } = state.session;
      for (const id of placeOf(fact.tab).inside)
        reachGoals(`page ${id}`, () => true);
      return reachGoals(
        'page-views',
        (goal) => goal.type === 'page-views' && pages >= goal.count,
      );
    }
    case 'attribute':
      return reachGoals(fact.attribute.type, (goal) =>
        isServed(goal, fact.attribute),
      );
    case 'offer':
      return followOffer(fact.engagement, fact.status);
  }
};

function followOffer(
  { id, campaign }: VisitorEngagement,
  status: number,
): void {
  const { at, visitor } = state;
  if (!status || status === STATUS.decline) return;
  visitor.touches[id] = [visitor.touches[id]?.[0] ?? at, at];
  if (status & STATUS.interact)
    reachGoals('interaction', (_, each) => each === campaign);
}

function isServed(goal: Goal, attribute: EngagementAttribute): boolean {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- other types reach no goal
  switch (attribute.type) {
    case 'purchase':
      return (
        goal.type === 'purchase' &&
        (goal.min === null || (attribute.total ?? 0) >= goal.min)
      );
    case 'lead':
      return goal.type === 'lead' && fitsTopic(goal.topic, attribute.topic);
    case 'service':
      return (
        goal.type === 'service' &&
        fitsTopic(goal.topic, attribute.topic) &&
        (!goal.statuses ||
          goal.statuses.some((status) => status === attribute.status))
      );
    default:
      return false;
  }
}

function fitsTopic(
  topic: Extract<Goal, { type: 'lead' }>['topic'],
  reported: string | undefined,
): boolean {
  return !topic || (!!reported && matchesText(topic, reported));
}

/** @param key What `indexConfig` lists campaigns under, after `goal`. */
function reachGoals(
  key: string,
  isReached: (goal: Goal, campaign: number) => boolean,
): void {
  const { goals } = state.session;
  for (const index of config.index.goals[key] ?? []) {
    const campaign = config.campaigns[index];
    if (!campaign || campaign.id in goals) continue;
    if (isReached(campaign.goal, index)) goals[campaign.id] = owedTo(index);
  }
}

/** The engagement that a campaign's goal is owed to, or null. */
function owedTo(campaign: number): string | null {
  const { days, model } = config.attribution;
  const since = Math.min(state.session.startedAt, state.at - days * DAY_MS);
  const scored = config.engagements.flatMap((engagement) => {
    const touch = state.visitor.touches[engagement.id];
    if (engagement.campaign !== campaign || !touch || touch[1] < since)
      return [];
    const { id, skill } = engagement;
    const at = model === 'last' ? touch[1] : -Math.max(touch[0], since);
    // A conversation goes before content, whenever it was.
    return [{ id, score: at + (skill ? 1e15 : 0) }];
  });
  scored.sort((a, b) => b.score - a.score);
  return scored[0]?.id ?? null;
}

import type {
  Availability,
  OfferEvent,
  VisitEvent,
} from '@beckon/schema/types';
import { IDLE_MS, type Evaluator } from './evaluator.ts';
import { createFacts, type Facts } from './facts.ts';
import { isActivity } from './read-event.ts';
import { toRules, type Rule } from './rule.ts';
import { rankEngagements } from './site-order.ts';
import type { Engagement, Site } from './site-types.ts';

/**
 * An evaluator that asks every rule at every event. What is not a matter of
 * rules (declines, availability, which offer stands) is done for it by hand.
 */
export function createScanning(
  name: string,
  site: Site,
  compile: (rule: Rule) => (facts: Facts) => boolean,
): Evaluator {
  const keeper = createFacts(site);
  const tests = toRules(site).map(compile);
  const engagements = rankEngagements(site).map((each) => each.engagement);
  const gate = createGate(engagements, keeper.facts);
  let eligible: Engagement[] = [];
  let standing = new Map<string, Engagement>();
  let done = new Set<Engagement>();

  const review = () => {
    const isEligible = new Set(eligible);
    for (const [zone, each] of standing) {
      const stays =
        zone === 'proactive'
          ? gate.isOpen(each) || gate.wasOffered(each)
          : isEligible.has(each);
      if (!stays || done.has(each)) standing.delete(zone);
    }
    for (const each of eligible) {
      if (standing.has(each.zone) || done.has(each)) continue;
      standing.set(each.zone, each);
    }
  };
  return {
    name,
    take: (event) => {
      gate.take(event);
      keeper.take(event);
      if (event.type === 'page') {
        standing = new Map();
        done = new Set();
      }
      const clicked = gate.clicked(event);
      if (clicked) done.add(clicked);
      // Nothing can be offered before there is a page.
      if (keeper.facts.url === '') return;
      eligible = engagements.filter(
        (each, index) => gate.isOpen(each) && tests[index]?.(keeper.facts),
      );
      review();
    },
    offers: () =>
      Object.fromEntries([...standing].map(([zone, { id }]) => [zone, id])),
    eligible: () => eligible.map(({ id }) => id),
  };
}

/** Declines (SL1, SL5), availability (OF5) and statuses (BC9), by hand. */
function createGate(engagements: readonly Engagement[], facts: Facts) {
  const byId = new Map(engagements.map((each) => [each.id, each]));
  const skills: Record<string, Availability> = {};
  const declined = new Set<Engagement>();
  let noConversations = false;
  let lastActivityAt = -Infinity;

  const isAvailable = ({ skill, creative }: Engagement) => {
    if (skill === undefined) return true;
    const state = skills[skill];
    return state === 'online' || (state === 'busy' && !!creative.busy);
  };
  const isForbidden = ({ zone, kind }: Engagement) =>
    noConversations && zone === 'proactive' && kind === 'conversation';
  const takeOffer = (engagement: Engagement, phase: OfferEvent['phase']) => {
    const status = STATUS_OF[phase];
    if (status) facts.engaged.push({ id: engagement.id, status });
    if (phase === 'click' && engagement.kind === 'content') {
      facts.engaged.push({ id: engagement.id, status: 'interacted' });
    }
    if (phase !== 'decline') return;
    declined.add(engagement);
    noConversations ||=
      engagement.zone === 'proactive' && engagement.kind === 'conversation';
  };
  return {
    isOpen: (each: Engagement) =>
      !declined.has(each) && !isForbidden(each) && isAvailable(each),
    /** A proactive offer outlives what forbids new ones but its own decline. */
    wasOffered: (each: Engagement) => !declined.has(each) && isAvailable(each),
    clicked: (event: VisitEvent) => {
      if (event.type !== 'offer' || event.phase !== 'click') return undefined;
      const engagement = byId.get(event.engagement);
      return engagement?.zone === 'proactive' ? engagement : undefined;
    },
    take: (event: VisitEvent) => {
      if (event.type === 'page' && event.at - lastActivityAt > IDLE_MS) {
        declined.clear();
        noConversations = false;
      }
      if (isActivity(event)) lastActivityAt = event.at;
      if (event.type === 'availability') Object.assign(skills, event.skills);
      if (event.type !== 'offer') return;
      const engagement = byId.get(event.engagement);
      if (engagement) takeOffer(engagement, event.phase);
    },
  };
}

const STATUS_OF: Partial<Record<OfferEvent['phase'], string>> = {
  impression: 'exposed',
  click: 'clicked',
  decline: 'declined',
  interact: 'interacted',
};

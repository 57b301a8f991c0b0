import type { OfferEvent } from '@beckon/schema/types';
import type { Engagement, Status } from '../site-types.ts';
import type { Engaged } from './engaged.ts';
import type { Truth } from './truth.ts';
import type { Zones } from './zones.ts';

const STATUS_OF: Partial<Record<OfferEvent['phase'], Status>> = {
  impression: 'exposed',
  click: 'clicked',
  decline: 'declined',
  interact: 'interacted',
};

export interface Offers {
  take(engagement: string, phase: OfferEvent['phase']): void;
  reset(): void;
}

/** What visitors do with offers, and what it forbids (SL1, SL4, SL5). */
export function createOffers(
  engagements: readonly Engagement[],
  truth: Truth,
  zones: Zones,
  engaged: Engaged,
): Offers {
  const indexOf = new Map(engagements.map(({ id }, index) => [id, index]));
  const isProactive = ({ zone }: Engagement) => zone === 'proactive';
  const proactiveConversations = engagements.flatMap((each, index) =>
    isProactive(each) && each.kind === 'conversation' ? [index] : [],
  );
  const declined = new Set<number>();
  let noConversations = false;

  const decline = (index: number, engagement: Engagement) => {
    zones.withdraw(index, false);
    if (declined.has(index)) return;
    declined.add(index);
    truth.bump(index, 1);
    const forbids = isProactive(engagement) && engagement.kind !== 'content';
    if (!forbids || noConversations) return;
    noConversations = true;
    for (const each of proactiveConversations) truth.bump(each, 1);
  };
  const click = (index: number, engagement: Engagement) => {
    if (isProactive(engagement)) zones.withdraw(index, true);
    if (engagement.kind === 'content') {
      engaged.mark(engagement.id, 'interacted');
    }
  };
  return {
    take: (id, phase) => {
      const index = indexOf.get(id) ?? -1;
      const engagement = engagements[index];
      if (!engagement) return;
      const status = STATUS_OF[phase];
      if (status) engaged.mark(id, status);
      if (phase === 'decline') decline(index, engagement);
      if (phase === 'click') click(index, engagement);
    },
    reset: () => {
      declined.clear();
      noConversations = false;
    },
  };
}

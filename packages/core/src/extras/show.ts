import { listEligible } from '@beckon/rules/explain';
import type { Tag } from '../tag.ts';

/** Offers that the page asks for, or withdraws (API). */
export interface Show {
  show(engagement: string, options?: { readonly force?: boolean }): void;
  hide(engagement: string): void;
}

export function createShow(tag: Tag): Show {
  const { bus, config, forced, name } = tag;
  const pageNow = () => tag.engine.state.tabs[name]?.page;
  const isSaid = (engagement: string) =>
    config.engagements.some(({ id }) => id === engagement);
  const release = (engagement: string) => {
    for (const [zone, offer] of Object.entries(forced))
      if (offer.engagement === engagement) delete forced[zone];
  };
  // It stands as a proactive one would (SL4).
  bus.on('page', () => {
    for (const [zone, { page }] of Object.entries(forced))
      if (page !== pageNow()) delete forced[zone];
  });
  bus.on('offer', ({ phase, engagement }) => {
    if (phase === 'click' || phase === 'decline') {
      release(engagement);
      tag.plan();
    }
  });

  return {
    show(id, { force = false } = {}) {
      const engagement = config.engagements.find((each) => each.id === id);
      if (!engagement) throw new TypeError(id);
      // A page view that is under way begins before (PG4).
      const state = tag.ports.isVisible() ? 'visible' : 'hidden';
      if (pageNow()) tag.tell({ type: 'tab', state });
      const { creative, skill, zone } = engagement;
      const known = skill ? tag.engine.state.availability[skill] : 'online';
      const [only] = Object.keys(creative) as (keyof typeof creative)[];
      // Forced, it wears what it has.
      const has = known && creative[known] !== undefined;
      const wears = has ? known : force ? only : undefined;
      const mayStand = force || listEligible(tag.engine, name).includes(id);
      if (!wears || !mayStand) return;
      forced[zone] = { engagement: id, creative: wears, page: pageNow() };
      tag.plan();
    },
    hide(id) {
      if (!isSaid(id)) throw new TypeError(id);
      release(id);
      tag.tell({ type: 'offer', engagement: id, phase: 'remove' });
    },
  };
}

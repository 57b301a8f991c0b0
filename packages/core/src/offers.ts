import { findEngagement, type OfferState } from '@beckon/rules';
import type {
  Availability,
  PublishedCreative,
  VisitorEngagement,
} from '@beckon/schema/types';
import type { OfferPhase } from './api.ts';
import type { Drawn } from './ports.ts';
import type { Tag } from './tag.ts';

type Decided = Pick<OfferState, 'creative' | 'engagement'>;

/** An offer that stands on the page. */
export interface Offer {
  readonly engagement: VisitorEngagement;
  readonly creative: PublishedCreative | undefined;
  /** The state of availability that it wears (OF5). */
  readonly state: Availability;
  /** Not there before its looks are. */
  drawn?: Drawn;
  /** Told by the visitor or the page. */
  told(phase: OfferPhase): void;
}

/** Draws what was decided, and tells what becomes of it (OF4, SL4). */
export function createShowOffers(tag: Tag) {
  const standing: Record<string, Offer> = {};

  const place = async (
    engagement: VisitorEngagement,
    state: Availability,
    isNew: boolean,
  ) => {
    const { campaign, id, skill, zone } = engagement;
    const offer: Offer = {
      engagement,
      creative: tag.config.creatives[engagement.creative[state] ?? -1],
      state,
      told(phase) {
        if (/click|decline|impression/.test(phase))
          tag.tell({ type: 'offer', engagement: id, phase: phase as 'click' });
        tag.happened('offer', {
          phase,
          engagement: id,
          campaign: tag.config.campaigns[campaign]?.id ?? '',
          zone,
        });
      },
    };
    standing[zone] = offer;
    try {
      const look = await tag.look(offer);
      if (standing[zone] !== offer) return;
      offer.drawn = tag.ports.draw(look, id, (phase) => {
        offer.told(phase);
        if (phase === 'click' && skill) tag.run('open', { engagement: id });
      });
      if (isNew) offer.told('display');
      tag.attend(offer);
    } catch {
      // A page view before this one may have been meant.
      if (standing[zone] !== offer) return;
      // LD4: what cannot be drawn gives way to others.
      delete tag.forced[zone];
      tag.tell({ type: 'offer', engagement: id, phase: 'remove' });
    }
  };

  return (decided: Readonly<Record<string, Decided>>) => {
    const isRenewed: Record<string, unknown> = {};
    for (const zone of Object.keys(standing)) {
      const offer = standing[zone] as Offer;
      const { drawn, engagement, state } = offer;
      const { id } = engagement;
      const next = decided[zone];
      const isSame = next?.engagement === id;
      if (isSame && next.creative === state) tag.attend(offer);
      else {
        // Another creative is no new display (SL4).
        isRenewed[id] = isSame && drawn;
        delete standing[zone];
        drawn?.remove();
        if (drawn && !isSame)
          offer.told(
            tag.engine.state.tabs[tag.name]?.done[id] === 'timeout'
              ? 'timeout'
              : 'remove',
          );
      }
    }
    for (const zone of Object.keys(decided)) {
      const { engagement: id, creative } = decided[zone] as Decided;
      const engagement = !standing[zone] && findEngagement(tag.config, id);
      if (engagement) void place(engagement, creative, !isRenewed[id]);
    }
  };
}

import type { Geo } from '@beckon/schema/types';
import { nothing } from '../nothing.ts';
import type { Tag } from '../tag.ts';

/** Asks the gateway where the visitor is, once a session, where an audience
 * needs it and tracking is allowed (AU2). */
export function createAskGeo(tag: Tag): () => void {
  const { config, consent, ports } = tag;
  let askedFor = 0;
  return () => {
    const { geo, session } = tag.engine.state;
    if (!config.needsGeo || !consent.tracking || geo) return;
    if (askedFor === session.startedAt) return;
    askedFor = session.startedAt;
    ports
      .getJson('geo')
      .then((answer) => tag.learn({ type: 'geo', geo: answer as Geo }))
      // Without an answer the condition does not hold (AU2).
      .catch(nothing);
  };
}

import type { PlainCreative, VisitorEngagement } from '@beckon/schema/types';
import { nothing } from './nothing.ts';
import type { Tag } from './tag.ts';

/**
 * Asks for what engagements need to be drawn: who is there, and the chunk of
 * their format, in one round trip (CO3).
 *
 * @param ids By their place in the config.
 */
export function prepareOffers(
  { ask, config, engine, part }: Tag,
  ids: readonly number[],
): void {
  const skills = new Set<string>();
  for (const id of ids) {
    const { creative, skill } = config.engagements[id] as VisitorEngagement;
    if (!engine.state.availability[skill]) skills.add(skill);
    for (const index of Object.values(creative))
      if (!(config.creatives[index] as PlainCreative).look)
        part('offers').catch(nothing);
  }
  ask([...skills]);
}

import type { PlainCreative, VisitorEngagement } from '@beckon/schema/types';
import { nothing } from './nothing.ts';
import type { Tag } from './tag.ts';

/**
 * Asks for what any engagement of the page's place would need to be drawn. What
 * the page reported is on hold while its decoder is on the way: this comes
 * beside that and not after it (CO3).
 */
export function prepareOffers({ ask, config, engine, name, part }: Tag): void {
  const { state, visit } = engine;
  const tab = state.tabs[name];
  const skills = new Set<string>();
  for (const id of (tab && visit.located.get(tab)?.engagements) ?? []) {
    const { creative, skill } = config.engagements[id] as VisitorEngagement;
    if (!state.availability[skill]) skills.add(skill);
    for (const index of Object.values(creative))
      if (!(config.creatives[index] as PlainCreative).look)
        part('offers').catch(nothing);
  }
  ask([...skills]);
}

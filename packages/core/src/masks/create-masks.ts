import {
  createMask,
  walkAttribute,
  type MaskSettings,
} from '@beckon/schema/masking';
import type { BeckonEvents, EventType } from '../api.ts';
import type { MaskPart, Tag } from '../tag.ts';

interface Masking extends MaskSettings {
  /** Fields of attributes that the masks apply to, too. */
  readonly attributes: readonly string[];
}

/** Covers what must not leave the browser, as the site says (DP1). */
export function createMasks({ config }: Tag): MaskPart {
  const masking = config.tag['masking'] as Masking;
  const mask = createMask(masking);
  return {
    event<Type extends EventType>(type: Type, event: BeckonEvents[Type]) {
      if (type === 'attribute') {
        const told = event as BeckonEvents['attribute'];
        const { attribute } = told;
        return {
          ...told,
          attribute: walkAttribute(attribute, masking.attributes, mask),
        };
      }
      if (type !== 'page') return event;
      const { title, url, ...rest } = event as BeckonEvents['page'];
      return { ...rest, title: mask(title), url: mask(url) };
    },
  };
}

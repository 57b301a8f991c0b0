import type { EngagementAttribute } from '../beckon-tag.ts';
import { describeFields } from './describe-fields.ts';
import { useBeckon } from './use-beckon.ts';
import { useLastingEffect } from './use-lasting-effect.ts';

/** Reports engagement attributes, and again when they change; nothing while
 * there are none. */
export function useBeckonAttributes(
  reported: EngagementAttribute | readonly EngagementAttribute[] | undefined,
): void {
  const beckon = useBeckon();
  useLastingEffect(
    () => {
      if (reported) beckon.attributes(reported);
    },
    () => [beckon, describeFields(reported)],
  );
}

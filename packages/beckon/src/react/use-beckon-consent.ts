import type { ConsentChange } from '../beckon-tag.ts';
import { useBeckon } from './use-beckon.ts';
import { useLastingEffect } from './use-lasting-effect.ts';

/** Tells what the visitor allows (ST1), and again when it changes; nothing while
 * it is not known. */
export function useBeckonConsent(change: ConsentChange | undefined): void {
  const beckon = useBeckon();
  useLastingEffect(
    () => {
      if (change) beckon.consent(change);
    },
    () => [beckon, change?.storage, change?.tracking],
  );
}

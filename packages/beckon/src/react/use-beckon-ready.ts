import { useState } from 'react';
import type { BeckonTag } from '../beckon-tag.ts';
import { useBeckon } from './use-beckon.ts';
import { useBeckonEvent } from './use-beckon-event.ts';

/** Is the tag at work? False on a server, while it loads, and for ever where it
 * is blocked. */
export function useBeckonReady(): boolean {
  const beckon = useBeckon();
  const [ready, setReady] = useState<BeckonTag>();
  // A function is a state's updater: it takes one that returns it.
  useBeckonEvent('ready', () => setReady(() => beckon), { replay: true });
  return ready === beckon;
}

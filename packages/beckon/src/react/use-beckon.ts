import { createContext, useContext } from 'react';
import type { BeckonTag } from '../beckon-tag.ts';
import { createIdleTag } from '../create-beckon.ts';

export const BeckonContext = /* @__PURE__ */ createContext<BeckonTag>(
  /* @__PURE__ */ createIdleTag(),
);

/**
 * The tag, the same at each render; for effects and event handlers.
 *
 * @returns Without a provider, as in a test of one component, a tag whose
 *   commands do nothing.
 */
export function useBeckon(): BeckonTag {
  return useContext(BeckonContext);
}

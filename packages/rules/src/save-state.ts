import { MAX_STATE_BYTES } from '@beckon/schema/constants';
import { hashText } from './decision/draw.ts';
import { createState, type EngineState } from './state.ts';
import { STATE_VERSION } from './state-version.ts';
import { utf8 } from './utf8.ts';

const MAX_CART_PRODUCTS = 50;

/**
 * The state as JSON text under 64 KiB, with a checksum: `{ "check", "state" }`.
 * What conditions need is never cut; of the history the oldest goes first, then
 * products beyond 50 of the cart (SE5).
 */
export function saveState(state: EngineState): string {
  const { history, merged } = state.session;
  let text = write(state);
  for (; isTooBig(text) && history.length; text = write(state))
    // An eighth at a time: each look at the size costs a walk through all.
    history.splice(0, Math.ceil(history.length / 8));
  if (isTooBig(text) && merged.cart?.products) {
    const products = merged.cart.products.slice(0, MAX_CART_PRODUCTS);
    merged.cart = { ...merged.cart, products };
    text = write(state);
  }
  // Only a hostile page gets here: the visitor is kept, the session is not.
  return isTooBig(text)
    ? write({ ...createState(''), visitor: state.visitor })
    : text;
}

function write(state: EngineState): string {
  const json = JSON.stringify({ version: STATE_VERSION, ...state });
  return `{"check":${hashText(json)},"state":${json}}`;
}

function isTooBig(text: string): boolean {
  return utf8(text).length >= MAX_STATE_BYTES;
}

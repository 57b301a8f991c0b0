import type { EngagementAttribute } from '@beckon/schema/types';
import { hasWindow } from '../has-window.ts';
import { nothing } from '../nothing.ts';
import type { KeepPart, Tag, WindowPart } from '../tag.ts';
import type { Identity } from './identity.ts';
import { rebuild } from './rebuild.ts';

/** What was said of the person, and of what they were about to do. */
const PERSONAL = ['personal', 'customer', 'cart', 'service'];

const isPersonal = (entry: object): boolean =>
  'attribute' in entry &&
  PERSONAL.includes((entry.attribute as EngagementAttribute).type);

/**
 * Forgets who the visitor was: identity, and the attributes that tell of the
 * person, in memory, storage and the other tabs (API).
 *
 * @param isFromAfar Another tab was told so, and tells the rest.
 */
export async function logout(
  tag: Tag,
  identity: Identity,
  isFromAfar: boolean,
): Promise<void> {
  identity.forget();
  if (hasWindow(tag.ports) || tag.isWindowOpen)
    tag
      .part<WindowPart>('window')
      .then((window) => window.forget())
      .catch(nothing);
  // Nor is it replayed, or taken in again when storage is granted.
  tag.bus.forget();
  tag.log = tag.log.filter((event) => !isPersonal(event));
  const { state } = tag.engine;
  const { session } = state;
  session.history = session.history.filter((entry) => !isPersonal(entry));
  for (const type of PERSONAL) delete session.merged[type];
  session.cart = {};
  // LD4: where it cannot be had, what was counted of them stays until the
  // session ends; the rest goes all the same.
  await rebuild(tag, state).catch(nothing);
  tag.begin(state);
  tag.plan();
  if (isFromAfar) return;
  const keep = await tag.part<KeepPart>('keep');
  keep.logout();
}

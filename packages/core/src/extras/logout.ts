import { hasWindow } from '../has-window.ts';
import type { KeepPart, Tag, WindowPart } from '../tag.ts';
import type { Identity } from './identity.ts';
import { rebuild } from './rebuild.ts';

/** What was said of the person, and of what they were about to do. */
const PERSONAL = ['personal', 'customer', 'cart', 'service'];

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
      .catch(() => {});
  const { state } = tag.engine;
  const { session } = state;
  session.history = session.history.filter(
    (entry) =>
      !('attribute' in entry && PERSONAL.includes(entry.attribute.type)),
  );
  for (const type of PERSONAL) delete session.merged[type];
  session.cart = {};
  await rebuild(tag, state);
  tag.begin(state);
  tag.plan();
  if (isFromAfar) return;
  const keep = await tag.part<KeepPart>('keep');
  keep.logout();
}

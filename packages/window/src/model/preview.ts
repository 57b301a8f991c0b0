import type { OpenWish, WindowHost } from '../host.ts';
import { applyAct } from './apply-act.ts';
import { createSubject } from './create-subject.ts';
import { appearanceOf } from './first-state.ts';
import { isOpen } from './talk.ts';
import type { WindowState } from './window-state.ts';

/**
 * What a click on an offer would show, were it now (WM7). Nothing is decided
 * with it: the click decides anew.
 *
 * @returns Without pictures, which would be asked for; undefined where a panel
 *   that begins anew is not what would be seen.
 */
export function previewOf(
  host: WindowHost,
  state: WindowState,
  wish: OpenWish,
): WindowState | undefined {
  const { mode, view } = state;
  if (view !== 'closed' || mode !== 'panel' || isOpen(state.talk))
    return undefined;
  const subject = createSubject(host, wish);
  const talk = applyAct(state.talk, { type: 'begin', subject });
  const { look: whole, languages } = appearanceOf(host, talk);
  const { logo: _, picture: __, ...look } = whole;
  const availability = host.availability(talk.skill);
  return {
    ...state,
    talk,
    look,
    languages,
    ...(availability && { availability }),
  };
}

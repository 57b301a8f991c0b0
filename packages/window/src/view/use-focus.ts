import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** A page's focus trap acts at once; a visitor does not. */
const TRAP_MS = 150;

/**
 * Gives the focus back where it was when the window goes (WA2), and takes it
 * back once when a focus trap of the page took it away at once (WM9). To be
 * called before the window takes the focus.
 *
 * @param isOpen It is to be seen.
 * @param isAsked The visitor opened it just now.
 */
export function useFocus(
  dialog: RefObject<HTMLElement | null>,
  isOpen: boolean,
  isAsked: boolean,
): void {
  useLayoutEffect(() => {
    const before = focusedIn(document);
    const element = dialog.current;
    const root = element?.getRootNode() as ShadowRoot | undefined;
    if (!element || !root || !isOpen || !isAsked) return undefined;
    const openedAt = performance.now();
    let isTaken = false;
    const left = ({ target }: FocusEvent) => {
      if (isTaken || performance.now() - openedAt > TRAP_MS) return;
      isTaken = true;
      // After the trap has finished.
      setTimeout(() => {
        if (root.activeElement === null) (target as HTMLElement).focus();
      });
    };
    element.addEventListener('focusout', left);
    return () => {
      element.removeEventListener('focusout', left);
      // Who works in the page meanwhile stays there.
      if (root.activeElement === null) return;
      // An offer that gave way to the window has to be there again (SL4).
      setTimeout(() => before?.focus({ preventScroll: true }));
    };
  }, [isOpen]);
}

/** Offers are in shadow roots. */
function focusedIn({
  activeElement,
}: DocumentOrShadowRoot): HTMLElement | null {
  const inside =
    activeElement?.shadowRoot && focusedIn(activeElement.shadowRoot);
  return inside ?? (activeElement as HTMLElement | null);
}

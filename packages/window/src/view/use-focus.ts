import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** A page's focus trap acts at once; a visitor does not. */
const TRAP_MS = 150;

/**
 * Gives the focus back where it was when the window goes (WA2), and takes it
 * back once when a focus trap of the page took it away at once (WM9).
 *
 * @param isOpen It is to be seen.
 * @param isAsked The visitor opened it just now.
 */
export function useFocus(
  dialog: RefObject<HTMLElement | null>,
  isOpen: boolean,
  isAsked: boolean,
): void {
  useEffect(() => {
    const before = document.activeElement;
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
      if (before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, [isOpen]);
}

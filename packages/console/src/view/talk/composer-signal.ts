/*
 * Keys of the whole page reach the composer, wherever it is drawn, by two
 * events of the document: it listens while it is there.
 */
const FOCUS = 'console:focus-composer';
const NOTE = 'console:toggle-note';

export function focusComposer(): void {
  document.dispatchEvent(new Event(FOCUS));
}

export function toggleNote(): void {
  document.dispatchEvent(new Event(NOTE));
}

/** @returns Stops it. */
export function onComposerSignal(
  focus: () => void,
  note: () => void,
): () => void {
  document.addEventListener(FOCUS, focus);
  document.addEventListener(NOTE, note);
  return () => {
    document.removeEventListener(FOCUS, focus);
    document.removeEventListener(NOTE, note);
  };
}

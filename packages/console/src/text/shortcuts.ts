/** What the keys do, for the handler and for the list that explains them. */
export const SHORTCUTS = [
  { keys: ['Alt', '↓'], does: 'Next conversation', group: 'everywhere' },
  { keys: ['Alt', '↑'], does: 'Previous conversation', group: 'everywhere' },
  { keys: ['Alt', 'A'], does: 'Accept who waits longest', group: 'everywhere' },
  { keys: ['Alt', 'C'], does: 'To the composer', group: 'everywhere' },
  { keys: ['Alt', 'N'], does: 'Reply or private note', group: 'everywhere' },
  { keys: ['Alt', 'T'], does: 'Transfer', group: 'everywhere' },
  { keys: ['Alt', 'E'], does: 'End, after asking', group: 'everywhere' },
  { keys: ['Alt', 'V'], does: 'To the visitor’s facts', group: 'everywhere' },
  { keys: ['Alt', 'M'], does: 'Mute or unmute', group: 'everywhere' },
  { keys: ['?'], does: 'This list', group: 'everywhere' },
  {
    keys: ['Ctrl', '/'],
    does: 'This list, while writing',
    group: 'everywhere',
  },
  { keys: ['Enter'], does: 'Send', group: 'writing' },
  { keys: ['Ctrl', 'Enter'], does: 'Send', group: 'writing' },
  { keys: ['Shift', 'Enter'], does: 'New line', group: 'writing' },
  { keys: ['/'], does: 'Canned answers, at the start', group: 'writing' },
  { keys: ['Esc'], does: 'Close, or leave the field', group: 'writing' },
] as const;

export type ShortcutName =
  | 'next'
  | 'previous'
  | 'accept'
  | 'composer'
  | 'note'
  | 'transfer'
  | 'end'
  | 'visitor'
  | 'mute'
  | 'help';

const LETTERS: Readonly<Record<string, ShortcutName>> = {
  a: 'accept',
  c: 'composer',
  n: 'note',
  t: 'transfer',
  e: 'end',
  v: 'visitor',
  m: 'mute',
};

type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'
>;

/**
 * Which shortcut a key press is. On a Mac Option turns letters into others, so
 * that the key's place decides there.
 *
 * @param isWriting The press is text for a field.
 * @param singleKeys Whether a key without a modifier may be one (WCAG 2.1.4).
 */
export function readShortcut(
  press: Press,
  isWriting: boolean,
  singleKeys: boolean,
): ShortcutName | undefined {
  if (press.key === '/' && (press.ctrlKey || press.metaKey)) return 'help';
  if (press.altKey) return readAltKey(press);
  const isBare = press.key === '?' && !press.ctrlKey && !press.metaKey;
  return isBare && singleKeys && !isWriting ? 'help' : undefined;
}

function readAltKey(press: Press): ShortcutName | undefined {
  // Ctrl with Alt is AltGr, which writes.
  if (press.ctrlKey || press.metaKey || press.shiftKey) return undefined;
  if (press.key === 'ArrowDown') return 'next';
  if (press.key === 'ArrowUp') return 'previous';
  const isLetter = /^[a-z]$/i.test(press.key);
  const letter = isLetter ? press.key : press.code.replace(/^Key/, '');
  return LETTERS[letter.toLowerCase()];
}

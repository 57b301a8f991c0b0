import type { EngineState } from '@beckon/rules';

/** Of the text's form; another's text is dropped (SE4). */
const VERSION = '1';

/** Without who is there: that is another answer on each page (OF5). */
export function writeState(state: EngineState): string {
  return VERSION + JSON.stringify({ ...state, availability: { '': 'online' } });
}

/** @returns Undefined for what is no text of ours. */
export function readState(text: string): EngineState | undefined {
  try {
    return text.startsWith(VERSION)
      ? (JSON.parse(text.slice(VERSION.length)) as EngineState)
      : undefined;
  } catch {
    // Cut off or mixed up: a fresh session begins (SE4).
    return undefined;
  }
}

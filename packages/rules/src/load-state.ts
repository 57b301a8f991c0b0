import { hashText } from './decision/draw.ts';
import { type EngineState, STATE_VERSION } from './state.ts';

/**
 * Reads what `save` wrote.
 *
 * @returns Undefined for anything else: cut, garbled, of another version; the
 * caller begins with a fresh state (SE4).
 * @throws Never.
 */
export function loadState(text: string): EngineState | undefined {
  try {
    const [, check, json = ''] =
      /^\{"check":(\d+),"state":(.*)\}$/s.exec(text) ?? [];
    if (Number(check) !== hashText(json)) return undefined;
    const state = JSON.parse(json) as EngineState;
    return state.version === STATE_VERSION ? state : undefined;
  } catch {
    // Whatever it was, it was not ours: SE4 says drop it.
    return undefined;
  }
}

import { hashText } from './decision/draw.ts';
import type { EngineState } from './state.ts';
import { STATE_VERSION } from './state-version.ts';

type Saved = EngineState & { readonly version: number };

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
    const { version, ...state } = JSON.parse(json) as Saved;
    return version === STATE_VERSION ? state : undefined;
  } catch {
    // Whatever it was, it was not ours: SE4 says drop it.
    return undefined;
  }
}

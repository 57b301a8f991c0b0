import type { Ports } from '../ports.ts';
import type { Settings } from '../settings.ts';

const TIMEOUT_MS = 10_000;

/** Asks the gateway, without credentials and for 10 s at most (LD4). */
export function createGetJson({
  config,
  origin,
  site,
}: Settings): Ports['getJson'] {
  // LD2: the first question, for the config, is on its way since the snippet.
  let asked = config;
  return async (path) => {
    const first = asked;
    asked = undefined;
    const answer = await (first ??
      fetch(`${origin}/v1/sites/${site}/${path}`, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }));
    // size: 10 bytes. What is refused has no `json` to call, and rejects.
    return ((answer.ok && answer) as Response).json();
  };
}

import { loadCore } from './load-core.ts';
import type { BeckonOptions } from './options.ts';
import { allowScripts, type ScriptPolicy } from './script-policy.ts';
import { dropCommands, endStub, TIMEOUT_MS, type Stub } from './stub.ts';

/**
 * Does what the snippet does: a queue for commands, then core and config at the
 * same time (LD2).
 *
 * @param policy That of a tag of this site that is over; default: our own.
 */
export function startStub(
  { consent, name = 'beckon', nonce, origin, site }: BeckonOptions,
  policy?: ScriptPolicy,
): Stub {
  const run = (...command: unknown[]) => {
    stub.q.push(command);
    if (command[0] === 'destroy') endStub(stub, name);
  };
  const stub: Stub = Object.assign(run, { q: [], site, origin, consent });
  // LD6: the page wants no tag.
  if (Reflect.get(window, 'beckonStop')) dropCommands(stub);
  else {
    stub.policy = policy ?? allowScripts(origin);
    stub.config = askForConfig(stub);
    loadCore(stub, nonce);
  }
  return stub;
}

/** @returns Undefined where the page's `fetch` fails: the core asks again. */
function askForConfig({ origin, site }: Stub): Stub['config'] {
  try {
    const asked = fetch(`${origin}/v1/sites/${site}/config`, {
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // The core asks again, or there is none.
    asked.catch(() => {});
    return asked;
  } catch {
    return undefined;
  }
}

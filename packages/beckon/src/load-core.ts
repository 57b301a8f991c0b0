import { dropCommands, isWaiting, type Stub } from './stub.ts';

const TIMEOUT_MS = 10_000;
const RETRY_MS = 5000;

interface CoreScript extends HTMLScriptElement {
  /** The core that this script brings works for this stub. */
  beckon?: Stub;
}

/**
 * Loads the gateway's core, as the snippet does: with low priority, once more
 * after an error or 10 s, and then no more (LD4).
 *
 * @param stub Gets what calls it off: what still arrives then does nothing.
 */
export function loadCore(
  stub: Stub,
  nonce: string | undefined,
  isRetry = false,
): void {
  const script: CoreScript = document.createElement('script');
  const end = () => {
    clearTimeout(timer);
    delete script.beckon;
    script.remove();
  };
  const settle = () => {
    end();
    if (!isWaiting(stub)) return;
    if (isRetry) return dropCommands(stub);
    const retry = setTimeout(() => loadCore(stub, nonce, true), RETRY_MS);
    stub.callOff = () => clearTimeout(retry);
  };
  const timer = setTimeout(settle, TIMEOUT_MS);
  stub.callOff = end;
  const url = `${stub.origin}/beckon.js`;
  Object.assign(script, {
    beckon: stub,
    fetchPriority: 'low',
    nonce: nonce ?? readNonce(),
    onerror: settle,
    onload: settle,
    src: stub.policy?.createScriptURL(url) ?? url,
  });
  (document.head ?? document.documentElement).append(script);
}

/** A module has no `currentScript` whose nonce it could hand on. */
function readNonce(): string {
  const holder = document.querySelector<HTMLElement>(
    'script[nonce], meta[property="csp-nonce"]',
  );
  return holder?.nonce ?? '';
}

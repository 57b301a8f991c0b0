import type { Stop } from './beckon-tag.ts';
import { dropCommands, isWaiting, TIMEOUT_MS, type Stub } from './stub.ts';

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
  unhush?: Stop,
): void {
  try {
    appendCore(stub, nonce, unhush);
  } catch {
    // LD4, HP1: without a core the page goes on as it was.
    dropCommands(stub);
  }
}

/** @param unhush Of the first try: this is the second. */
function appendCore(
  stub: Stub,
  nonce: string | undefined,
  unhush?: Stop,
): void {
  const url = `${stub.origin}/beckon.js`;
  const script: CoreScript = document.createElement('script');
  const end = () => {
    clearTimeout(timer);
    delete script.beckon;
    script.remove();
  };
  const settle = () => {
    // It was called off, or given up after 10 s, and comes now.
    if (!script.beckon) return;
    end();
    if (!isWaiting(stub)) return;
    if (unhush) return dropCommands(stub);
    const retry = setTimeout(() => loadCore(stub, nonce, stop), RETRY_MS);
    stub.callOff = () => {
      clearTimeout(retry);
      stop();
    };
  };
  const arrive = () => {
    settle();
    if (!isWaiting(stub)) stop();
  };
  const timer = setTimeout(settle, TIMEOUT_MS);
  stub.callOff = end;
  Object.assign(script, {
    beckon: stub,
    crossOrigin: '',
    fetchPriority: 'low',
    nonce: nonce ?? readNonce(),
    onerror: arrive,
    onload: arrive,
    src: stub.policy?.createScriptURL(url),
  });
  document.documentElement.append(script);
  const stop = unhush ?? hushErrorsOf(url);
}

/** LD4: nor does a core that is garbage throw into the page. Once for both tries:
 * in Chromium, who listened to the window before hears it all the same. */
function hushErrorsOf(url: string): Stop {
  const hush = (event: ErrorEvent) => {
    if (event.filename !== url) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('error', hush, true);
  return () => removeEventListener('error', hush, true);
}

/** A module has no `currentScript` whose nonce it could hand on. */
function readNonce(): string {
  const holder = document.querySelector<HTMLElement>(
    'script[nonce], meta[property="csp-nonce"]',
  );
  return holder?.nonce ?? '';
}

import { createBrowserPorts } from './adapters/browser-ports.ts';
import { createTag } from './create-tag.ts';
import { guard } from './guard.ts';
import type { Settings } from './settings.ts';

/** Written by the build: integrity by chunk. */
declare const CHUNKS: Settings['chunks'];

type Given = ArrayLike<unknown>;

/** What the snippet makes, and leaves on the core's script (LD1). */
interface Stub extends Pick<
  Settings,
  'config' | 'consent' | 'policy' | 'site'
> {
  /** Takes each command's arguments. */
  q: { push(given: Given): void };
  /** It was destroyed: `createBeckon` may start another. */
  isOver?: boolean;
}

interface CoreScript extends HTMLScriptElement {
  readonly beckon?: Stub;
}

guard(() => {
  const script = document.currentScript as CoreScript;
  // Without making a `URL`: with its class that costs 4 KiB of heap (CO4).
  const origin = script.src.split('/', 3).join('/');
  const stub = script.beckon ?? createStub(script.dataset, origin);
  const waiting: unknown = stub?.q;
  script.remove();
  // LD4: the snippet has given up. LD6: the page wants no tag.
  if (!stub || !Array.isArray(waiting)) return;
  const settings = {
    ...stub,
    chunks: CHUNKS,
    nonce: script.nonce,
    origin,
  };
  const run = window.beckonStop
    ? () => {}
    : createTag(createBrowserPorts(settings), settings);
  const push = (given: Given) => {
    (run as (...given: unknown[]) => void)(...Array.from(given));
    if (given[0] === 'destroy') stub.isOver = true;
  };
  stub.q = { push };
  waiting.forEach(push);
})();

/** LD3: the core alone, `<script async src="…/beckon.js" data-site="acme">`. */
function createStub(
  { consent, name = 'beckon', site }: DOMStringMap,
  origin: string,
): Stub | undefined {
  const globals = window as unknown as Record<string, unknown>;
  if (!site || globals[name]) return undefined;
  const stub: Stub = Object.assign(
    (...given: unknown[]) => stub.q.push(given),
    {
      consent,
      policy: createPolicy(origin),
      q: [],
      site: encodeURIComponent(site),
    },
  );
  globals[name] = stub;
  return stub;
}

/** HP3: as the snippet's, for the gateway's scripts alone. */
function createPolicy(origin: string): Stub['policy'] {
  const policy = {
    createScriptURL: (url: string) => (url.startsWith(`${origin}/`) ? url : ''),
  };
  try {
    return window.trustedTypes.createPolicy('beckon', policy);
  } catch {
    // A browser without Trusted Types takes URLs as they are.
    return policy;
  }
}

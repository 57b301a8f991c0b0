import { createBrowserPorts } from './adapters/browser-ports.ts';
import { originOf } from './adapters/page.ts';
import { createTag } from './create-tag.ts';
import { guard } from './guard.ts';
import { nothing } from './nothing.ts';
import type { Settings } from './settings.ts';

/** Written by the build: integrity by chunk. */
declare const CHUNKS: Settings['chunks'];

type Given = ArrayLike<unknown> & Iterable<unknown>;

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
  // No `URL` is made: its class takes 4 KiB of a page's heap (CO4).
  const origin = originOf(script.src);
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
    ? nothing
    : createTag(createBrowserPorts(settings), settings);
  const push = (given: Given) => {
    (run as (...given: unknown[]) => void)(...given);
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
  const globals = window as unknown as Record<
    string,
    Partial<Stub> | undefined
  >;
  const taken = globals[name];
  // LD1: a second one on the page is a no-op.
  if (!site || taken?.q) return undefined;
  // HP3: as the snippet's, for the gateway's scripts alone.
  const own = {
    createScriptURL: (url: string) => (url.startsWith(`${origin}/`) ? url : ''),
  };
  let policy: Stub['policy'] = own;
  try {
    policy = window.trustedTypes.createPolicy('beckon', own);
  } catch {
    // A browser without Trusted Types takes URLs as they are.
  }
  const stub: Stub = Object.assign(
    (...given: unknown[]) => stub.q.push(given),
    { consent, policy, q: [], site: encodeURIComponent(site) },
  );
  // HP1: what the page has under our name stays the page's.
  if (!taken) globals[name] = stub;
  return stub;
}

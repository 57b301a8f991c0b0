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
}

interface CoreScript extends HTMLScriptElement {
  readonly beckon?: Stub;
}

guard(() => {
  const script = document.currentScript as CoreScript;
  const stub = script.beckon ?? createStub(script.dataset);
  const waiting: unknown = stub?.q;
  script.remove();
  // LD4: the snippet has given up. LD6: the page wants no tag.
  if (!stub || !Array.isArray(waiting)) return;
  const settings = {
    ...stub,
    chunks: CHUNKS,
    nonce: script.nonce,
    origin: new URL(script.src).origin,
  };
  const run = window.beckonStop
    ? () => {}
    : createTag(createBrowserPorts(settings), settings);
  const push = (given: Given) =>
    (run as (...given: unknown[]) => void)(...Array.from(given));
  stub.q = { push };
  waiting.forEach(push);
})();

/** LD3: the core alone, `<script async src="…/beckon.js" data-site="acme">`. */
function createStub({
  consent,
  name = 'beckon',
  site,
}: DOMStringMap): Stub | undefined {
  const globals = window as unknown as Record<string, unknown>;
  if (!site || globals[name]) return undefined;
  const stub: Stub = Object.assign(
    (...given: unknown[]) => stub.q.push(given),
    {
      consent,
      policy: { createScriptURL: (url: string) => url },
      q: [],
      site: encodeURIComponent(site),
    },
  );
  globals[name] = stub;
  return stub;
}

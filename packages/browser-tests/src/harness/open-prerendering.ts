import { openDevToolsPipe, type DevToolsPipe } from './devtools-pipe.ts';
import { until } from './until.ts';

/** A tab of a Chromium that prerenders what its page asks for. */
export interface PrerenderingTab {
  /** Runs an expression in the page that is seen. */
  run(expression: string): Promise<unknown>;
  /**
   * Has a page of the same origin prerendered, by speculation rules.
   *
   * @param before Runs in it before its own scripts.
   * @returns Runs an expression in the prerendered page, and, when that has been
   *   activated, goes on to do so.
   */
  prerender(
    url: string,
    before: string,
  ): Promise<(expression: string) => Promise<unknown>>;
  stop(): Promise<void>;
}

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly type: string; readonly subtype?: string };
}

/** @param url The page that is opened first. */
export async function openPrerendering(
  executablePath: string,
  url: string,
): Promise<PrerenderingTab> {
  const devtools = openDevToolsPipe(executablePath);
  const attached: Attached[] = [];
  devtools.on('Target.attachedToTarget', (params) =>
    attached.push(params as unknown as Attached),
  );
  const find = (what: string, subtype?: string) =>
    until(
      what,
      () =>
        attached.find(
          ({ targetInfo }) =>
            targetInfo.type === 'page' && targetInfo.subtype === subtype,
        )?.sessionId,
    );
  // By the tab: who is attached to a page keeps it from prerendering.
  const { targetId } = await devtools.send('Target.createTarget', {
    url,
    forTab: true,
  });
  const tab = await devtools.send('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  await devtools.send(
    'Target.setAutoAttach',
    { autoAttach: true, waitForDebuggerOnStart: true, flatten: true },
    String(tab['sessionId']),
  );
  const page = await find('the page');
  await begin(devtools, page);
  const run = (expression: string) => evaluate(devtools, page, expression);
  await until('the page to load', async () => {
    const [at, state] = (await run(
      `[location.href, document.readyState]`,
    )) as string[];
    return (at === url && state === 'complete') || undefined;
  });
  return {
    run,
    async prerender(to, before) {
      const rules = { prerender: [{ urls: [to], eagerness: 'immediate' }] };
      await run(`{
        const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.textContent = ${JSON.stringify(JSON.stringify(rules))};
        document.head.append(rules);
      }`);
      const session = await find('the prerendered page', 'prerender');
      await begin(devtools, session, before);
      return (expression) => evaluate(devtools, session, expression);
    },
    stop: () => devtools.stop(),
  };
}

async function begin(
  { send }: DevToolsPipe,
  session: string,
  source = '',
): Promise<void> {
  // In this order, and all at once: a page that waits answers nothing.
  await Promise.all([
    send('Page.enable', {}, session),
    send('Page.addScriptToEvaluateOnNewDocument', { source }, session),
    send('Runtime.runIfWaitingForDebugger', {}, session),
  ]);
}

async function evaluate(
  { send }: DevToolsPipe,
  session: string,
  expression: string,
): Promise<unknown> {
  const { result, exceptionDetails } = await send(
    'Runtime.evaluate',
    { expression, awaitPromise: true, returnByValue: true },
    session,
  );
  if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
  return (result as { value?: unknown }).value;
}

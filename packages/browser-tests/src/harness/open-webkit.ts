import { startChild } from './child.ts';
import type { EssentialSession, EssentialTab } from './essential.ts';
import type { FoundBrowser } from './found-browser.ts';
import { freePort } from './free-port.ts';
import { until } from './until.ts';
import { createWebDriverSession } from './webdriver-client.ts';

/** WebKitGTK's MiniBrowser under Xvfb, by WebDriver. */
export async function openWebKitSession({
  executablePath,
}: FoundBrowser): Promise<EssentialSession> {
  const port = await freePort();
  const driver = `http://127.0.0.1:${port}`;
  const child = startChild(
    'xvfb-run',
    ['-a', 'WebKitWebDriver', `--port=${port}`],
    // Its sandbox needs namespaces, which containers do not give.
    {
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
  );
  await until('WebKitWebDriver', async () => {
    const status = await fetch(`${driver}/status`).catch(() => undefined);
    return status?.ok || undefined;
  });
  const client = await createWebDriverSession(driver, {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': {
      binary: executablePath,
      args: ['--automation'],
    },
  });
  // There is one current tab: who switches has it until they are done.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(act);
    last = turn.catch(() => undefined);
    return turn;
  };
  // It stays open: without a tab there is nothing to open another from.
  const first = await client.currentTab();
  return {
    async newTab(): Promise<EssentialTab> {
      const handle = await inTurn(async () => {
        await client.switchTo(first);
        return client.newTab();
      });
      const inTab = <Value>(act: () => Promise<Value>) =>
        inTurn(async () => {
          await client.switchTo(handle);
          return act();
        });
      return {
        goto: (url) => inTab(() => client.navigate(url)),
        run: (body) => inTab(() => client.execute(body)),
        close: () => inTab(() => client.closeTab()),
      };
    },
    async stop() {
      await client.end();
      await child.stop();
    },
  };
}

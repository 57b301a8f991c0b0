/**
 * The few WebDriver calls that the tests need, over plain HTTP.
 *
 * @see https://www.w3.org/TR/webdriver2/
 */
export interface WebDriverClient {
  currentTab(): Promise<string>;
  newTab(): Promise<string>;
  switchTo(handle: string): Promise<void>;
  navigate(url: string): Promise<void>;
  /** Runs the body of an async function; its `return` is the answer. */
  execute(body: string): Promise<unknown>;
  closeTab(): Promise<void>;
  end(): Promise<void>;
}

type Call = (method: string, path: string, body?: object) => Promise<unknown>;

/** @throws With the driver's words when it refuses the session. */
export async function createWebDriverSession(
  driver: string,
  capabilities: object,
): Promise<WebDriverClient> {
  const request: Call = async (method, path, body) => {
    const answer = await fetch(`${driver}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (answer.ok) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`WebDriver ${method} ${path}: ${error}, ${message}`);
  };
  const session = (await request('POST', '/session', {
    capabilities: { alwaysMatch: capabilities },
  })) as { sessionId: string };
  const root = `/session/${session.sessionId}`;
  const call: Call = (method, path, body) =>
    request(method, `${root}${path}`, body);
  return {
    currentTab: async () => String(await call('GET', '/window')),
    async newTab() {
      const tab = await call('POST', '/window/new', { type: 'tab' });
      return (tab as { handle: string }).handle;
    },
    switchTo: async (handle) =>
      void (await call('POST', '/window', { handle })),
    navigate: async (url) => void (await call('POST', '/url', { url })),
    execute: (body) =>
      call('POST', '/execute/async', {
        script: `const done = arguments[0];
          (async () => {${body}})().then(
            (value) => done({ value }),
            (error) => done({ error: String(error) }),
          );`,
        args: [],
      }).then((answer) => {
        const { value, error } = answer as { value?: unknown; error?: string };
        if (error) throw new Error(error);
        return value;
      }),
    closeTab: async () => void (await call('DELETE', '/window')),
    end: async () => void (await call('DELETE', '')),
  };
}

/** The engines that must run; `webkit` is WebKitGTK, or Playwright's own. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof ENGINES)[number];

/**
 * What every engine can do, by whatever protocol: enough for the tests that all
 * three must pass. A session begins with nothing stored.
 */
export interface EssentialSession {
  newTab(): Promise<EssentialTab>;
  stop(): Promise<void>;
}

export interface EssentialTab {
  /** Waits for the page's load event. */
  goto(url: string): Promise<void>;
  /**
   * Runs the body of an async function in the page.
   *
   * @returns What it returns, which must be JSON.
   */
  run(body: string): Promise<unknown>;
  close(): Promise<void>;
}

import type {} from 'vitest';
import type { Engine } from './essential.ts';

/** A browser of this machine, and by which protocol it is driven. */
export interface FoundBrowser {
  readonly engine: Engine;
  readonly driver: 'playwright' | 'webdriver';
  /** Undefined: Playwright's own build. */
  readonly executablePath?: string;
}

/** Plain JSON, for `provide` and `inject`. */
export interface Surroundings {
  readonly browsers: readonly FoundBrowser[];
  /** The gateway, and the examples on an origin of their own. */
  readonly gateway: string;
  readonly site: string;
  /** The examples without the tag. */
  readonly bareSite: string;
  /** Folder of the site configs that the gateway publishes. */
  readonly sitesFolder: string;
  /** Folder in which the gateway logs what visitors' pages told it. */
  readonly dataFolder: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    surroundings: Surroundings;
  }
}

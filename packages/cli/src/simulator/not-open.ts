import { didYouMean } from '@beckon/schema';
import { openTabs, type Browser } from './browser.ts';
import type { StepProblem } from './result.ts';

/** A step in a tab that is not there (JR11). */
export function notOpen(browser: Browser, name: string): StepProblem {
  const open = openTabs(browser).map((tab) => tab.name);
  const known = [...browser.tabs.keys()];
  return {
    expected: `${name} is open`,
    actual: open.length ? `open: ${open.join(', ')}` : 'no tab is open',
    message: `${name} is not open. A page in it opens it.${didYouMean(
      name,
      known.filter((tab) => tab !== name),
    )}`,
  };
}

// The checker as one file that runs where it is imported: the package's main
// door starts workers, a native program or a Java machine. It has no types of
// its own, hence this file and the declaration beside it.
import recheck from 'recheck/lib/browser.js';

export const { checkSync } = recheck;

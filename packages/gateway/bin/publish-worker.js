import { register } from 'tsx/esm/api';

// A thread does not inherit the loader of the one that starts it.
register();

await import('../src/sites/publish-in-worker.ts');

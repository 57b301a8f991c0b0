import { register } from 'tsx/esm/api';

// A thread does not inherit the loader of the one that starts it.
register();

const { serveStore } = await import('../src/store/serve-store.ts');
await serveStore();

import { register } from 'tsx/esm/api';

// A thread does not inherit the loader of the one that starts it.
register();

const { serveMasks } = await import('../src/masking/mask-worker.ts');
serveMasks();

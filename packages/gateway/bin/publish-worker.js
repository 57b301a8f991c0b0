import { load } from './load.js';

await load('publish-worker', 'sites/publish-in-worker.ts');

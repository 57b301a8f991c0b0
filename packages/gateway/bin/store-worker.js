import { load } from './load.js';

const { serveStore } = await load('store-worker', 'store/serve-store.ts');
await serveStore();

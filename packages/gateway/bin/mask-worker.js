import { load } from './load.js';

const { serveMasks } = await load('mask-worker', 'masking/mask-worker.ts');
serveMasks();

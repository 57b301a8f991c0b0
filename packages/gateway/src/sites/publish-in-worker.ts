import { parentPort } from 'node:worker_threads';
import { publishText } from './publish-text.ts';

/** Runs in a thread of its own: publishes each text that it is sent. */
parentPort?.on('message', ({ text, now }: { text: string; now: number }) => {
  parentPort?.postMessage(publishText(text, now));
});

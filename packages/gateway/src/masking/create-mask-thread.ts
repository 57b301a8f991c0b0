import type { MaskSettings } from '@beckon/schema/masking';
import { Worker } from 'node:worker_threads';

export interface MaskCall {
  readonly id: number;
  readonly site: string;
  /** Changes with the settings. */
  readonly key: string;
  readonly settings: MaskSettings;
  readonly texts: readonly string[];
  /** It is stopped after so long. */
  readonly maxMs: number;
}

export interface MaskAnswer {
  readonly id: number;
  /** Undefined where it took too long. */
  readonly masked: readonly string[] | undefined;
}

export interface MaskThread {
  run(call: Omit<MaskCall, 'id'>): Promise<readonly string[] | undefined>;
  stop(): Promise<void>;
}

const WORKER = new URL('../../bin/mask-worker.js', import.meta.url);

/** The thread stops patterns itself; should it hang, it is exchanged. */
const MAX_SILENCE_MS = 5000;

type Settle = (masked: readonly string[] | undefined) => void;

/** A thread for the patterns of sites, begun when it is needed first. */
export function createMaskThread(onFailure: () => void): MaskThread {
  const waiting = new Map<number, Settle>();
  let worker: Worker | undefined;
  let watch: NodeJS.Timeout | undefined;
  let lastId = 0;

  const giveUp = (): void => {
    clearTimeout(watch);
    void worker?.terminate();
    worker = undefined;
    // Refused, never passed.
    for (const settle of waiting.values()) settle(undefined);
    waiting.clear();
  };
  const failed = (): void => {
    onFailure();
    giveUp();
  };
  const watchAgain = (): void => {
    clearTimeout(watch);
    if (waiting.size > 0) watch = setTimeout(failed, MAX_SILENCE_MS).unref();
  };

  const start = (): Worker => {
    const started = new Worker(WORKER);
    started.unref();
    started.on('error', failed);
    started.on('message', ({ id, masked }: MaskAnswer) => {
      waiting.get(id)?.(masked);
      waiting.delete(id);
      watchAgain();
    });
    return started;
  };

  return {
    run: (call) =>
      new Promise((resolve) => {
        worker ??= start();
        lastId += 1;
        waiting.set(lastId, resolve);
        worker.postMessage({ ...call, id: lastId } satisfies MaskCall);
        if (waiting.size === 1) watchAgain();
      }),
    async stop() {
      const running = worker;
      giveUp();
      await running?.terminate();
    },
  };
}

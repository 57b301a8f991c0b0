import { Worker } from 'node:worker_threads';
import type { OpenStore, Store } from './create-store.ts';

/** What goes to the thread. */
export interface StoreCall {
  readonly id: number;
  readonly name: keyof Store | 'close';
  readonly argument: unknown;
}

/** What comes back; the one with the id 0 says that it is open. */
export interface StoreAnswer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: {
    readonly message: string;
    readonly code: string | undefined;
  };
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

const WORKER = new URL('../../bin/store-worker.js', import.meta.url);

/**
 * Opens the embedded database in a thread of its own, so that queries do not
 * hold up sockets (README, Measured).
 *
 * @param onEnd Told when the thread ends before it was asked to.
 */
export async function openWorkerStore(
  folder: string,
  onEnd: (error: Error) => void,
): Promise<OpenStore> {
  const worker = new Worker(WORKER, { workerData: { folder } });
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let isClosed = false;

  const fail = (error: Error): void => {
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
    if (!isClosed) onEnd(error);
    isClosed = true;
  };
  worker.on('message', ({ id, result, error }: StoreAnswer) => {
    const asked = pending.get(id);
    pending.delete(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(Object.assign(new Error(error.message), error));
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The database thread ended.')));

  const wait = (id: number): Promise<unknown> =>
    new Promise((resolve, reject) => pending.set(id, { resolve, reject }));
  const call = (name: StoreCall['name'], argument: unknown) => {
    if (isClosed)
      return Promise.reject(new Error('The database thread has ended.'));
    lastId += 1;
    worker.postMessage({ id: lastId, name, argument } satisfies StoreCall);
    return wait(lastId);
  };

  await wait(0);
  // Each name is an operation of the store that runs in the thread.
  const store = new Proxy({} as Store, {
    get: (_, name) => (argument: unknown) =>
      call(name as keyof Store, argument),
  });
  return {
    store,
    async close() {
      if (isClosed) return;
      await call('close', undefined);
      isClosed = true;
      await worker.terminate();
    },
  };
}

import { sql } from 'drizzle-orm';
import { parentPort, workerData } from 'node:worker_threads';
import { createStore } from './create-store.ts';
import { sqlStateOf } from './database.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './open-pglite.ts';
import type { StoreAnswer, StoreCall } from './worker-store.ts';

const VACUUM_MS = 6 * 3_600_000;

/** Runs in a thread of its own: the embedded database, and what asks it. */
export async function serveStore(): Promise<void> {
  const { folder } = workerData as { folder: string };
  const { database, close } = await openPglite(folder);
  await migrate(database);
  const store = createStore(database);
  // The embedded server has no autovacuum of its own.
  setInterval(() => {
    database.execute(sql`vacuum analyze`).catch(() => {
      // The next one makes up for it.
    });
  }, VACUUM_MS).unref();
  const tell = (answer: StoreAnswer): void => parentPort?.postMessage(answer);

  const answer = async ({ id, name, argument }: StoreCall): Promise<void> => {
    try {
      if (name === 'close') {
        await close();
        tell({ id, result: undefined });
        return;
      }
      // The two ends are of one type, which says what each name takes.
      const run = store[name] as (argument: unknown) => Promise<unknown>;
      tell({ id, result: await run(argument) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      tell({ id, error: { message, code: sqlStateOf(error) } });
    }
  };

  parentPort?.on('message', (call: StoreCall) => void answer(call));
  tell({ id: 0, result: undefined });
}

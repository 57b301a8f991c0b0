import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Settings } from '../settings/read-settings.ts';
import { StartFailure } from '../start-failure.ts';
import { createStore, type OpenStore } from './create-store.ts';
import { sqlStateOf } from './database.ts';
import { lockFolder } from './lock-folder.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './open-postgres.ts';
import { openWorkerStore } from './worker-store.ts';

/**
 * Opens the database that the settings name, with its tables up to date.
 *
 * @throws StartFailure when it cannot be used.
 */
export async function openStore(
  settings: Pick<Settings, 'data' | 'databaseUrl'>,
  log: Logger,
): Promise<OpenStore> {
  const { data, databaseUrl } = settings;
  try {
    return databaseUrl === undefined
      ? await openEmbedded(join(data, 'database'), log)
      : await openServer(databaseUrl, log);
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    const where = databaseUrl === undefined ? data : 'DATABASE_URL';
    const said = error instanceof Error ? error.message : String(error);
    throw new StartFailure(
      said.startsWith('Failed to')
        ? said
        : `Failed to open the database: ${where} gave ${sqlStateOf(error) ?? said}. Check that it is there and may be used.`,
    );
  }
}

async function openEmbedded(folder: string, log: Logger): Promise<OpenStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder);
  try {
    const open = await openWorkerStore(folder, (error) => {
      log.fatal({ problem: error.message }, 'the database thread ended');
    });
    return {
      store: open.store,
      async close() {
        await open.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openServer(url: string, log: Logger): Promise<OpenStore> {
  const { database, close } = openPostgres(url, (error) => {
    log.warn({ code: sqlStateOf(error) }, 'a database connection broke');
  });
  try {
    const added = await migrate(database);
    if (added.length > 0) log.info({ added }, 'database migrated');
    return { store: createStore(database), close };
  } catch (error) {
    await close();
    throw error;
  }
}

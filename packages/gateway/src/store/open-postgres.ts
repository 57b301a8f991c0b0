import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import type { OpenDatabase } from './open-pglite.ts';

/** How long a query waits for a server that does not answer. */
const CONNECT_MS = 5000;
const QUERY_MS = 15_000;

/**
 * Connects to a PostgreSQL server.
 *
 * @param onLost Told when a connection breaks while nobody uses it.
 */
export function openPostgres(
  url: string,
  onLost: (error: Error) => void,
): OpenDatabase {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    application_name: 'beckon-gateway',
  });
  // Without a listener the process would end; the next query connects anew.
  pool.on('error', onLost);
  return { database: drizzle(pool), close: () => pool.end() };
}

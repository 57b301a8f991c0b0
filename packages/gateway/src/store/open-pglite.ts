import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Database } from './database.ts';

export interface OpenDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

/** Opens the embedded PostgreSQL in a folder, which it makes if need be. */
export async function openPglite(folder: string): Promise<OpenDatabase> {
  const client = await PGlite.create(folder);
  return { database: drizzle(client), close: () => client.close() };
}

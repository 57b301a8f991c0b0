import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** What the queries run on: embedded PostgreSQL or a server, all the same. */
export type Database = PgDatabase<PgQueryResultHKT>;

/** Within a transaction, or without one. */
export type Session = Pick<
  Database,
  'execute' | 'select' | 'insert' | 'update' | 'delete' | '$count'
>;

/** Rows of a query that was written by hand, as the driver gives them. */
export function rowsOf<Row>(result: unknown): readonly Row[] {
  // Both drivers answer `{ rows }`; what is in them is said by the query.
  return (result as { readonly rows: readonly Row[] }).rows;
}

/** PostgreSQL's names for a pair of transactions that got into each other. */
const CONFLICTS: ReadonlySet<string> = new Set(['40001', '40P01', '23505']);

const MAX_TRIES = 5;

/** The code that PostgreSQL gives an error, also where it is wrapped. */
export function sqlStateOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string') return at.code;
  return undefined;
}

/** Whether what was given is at fault (class 22), and not the database. */
export const isDataError = (error: unknown): boolean =>
  sqlStateOf(error)?.startsWith('22') === true;

/**
 * Runs something again that met another transaction: a deadlock, or a row that
 * the other one put in first.
 */
export async function again<Result>(
  run: () => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      const state = sqlStateOf(error) ?? '';
      if (!CONFLICTS.has(state) || tries === MAX_TRIES) throw error;
    }
  }
}

/** @see again */
export const inTransaction = <Result>(
  database: Database,
  run: (session: Session) => Promise<Result>,
): Promise<Result> => again(() => database.transaction(run));

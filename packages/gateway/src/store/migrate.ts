import { sql } from 'drizzle-orm';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rowsOf, type Database } from './database.ts';

const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** Any number, as long as it is always the same. */
const LOCK = 4_700_001;

/**
 * Brings the tables up to date: each file of `migrations/` once, in order of
 * their names, all in one transaction. Of several nodes that start together one
 * does it while the others wait.
 *
 * @returns The names of those that were run.
 * @throws Error when the database knows migrations that this release has not.
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql'));
  const files = await Promise.all(
    names.sort().map(async (name) => ({
      name,
      statements: await readFile(`${FOLDER}${name}`, 'utf8'),
    })),
  );
  return database.transaction(async (session) => {
    await session.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    await session.execute(
      sql`create table if not exists migrations (name text primary key)`,
    );
    const result = await session.execute(sql`select name from migrations`);
    const known = rowsOf<{ name: string }>(result).map(({ name }) => name);
    refuseNewer(known, names);
    const missing = files.filter(({ name }) => !known.includes(name));
    for (const { name, statements } of missing) {
      for (const statement of splitStatements(statements))
        await session.execute(sql.raw(statement));
      await session.execute(sql`insert into migrations values (${name})`);
    }
    return missing.map(({ name }) => name);
  });
}

function refuseNewer(known: readonly string[], names: readonly string[]): void {
  const newer = known.filter((name) => !names.includes(name));
  if (newer.length > 0)
    throw new Error(
      `Failed to open the database: it has ${newer.join(', ')}, which this release does not know. Run the release that made it, or restore a backup.`,
    );
}

/** A prepared statement is one: files keep to statements that end a line. */
const splitStatements = (text: string): readonly string[] =>
  text
    .replace(/^\s*--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');

import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BACKENDS,
  openBackend,
  type OpenBackend,
} from '../testing/backends.ts';
import { copyEmptyDatabase } from '../testing/pglite-template.ts';
import { createWorkspace, type Workspace } from '../testing/workspace.ts';
import { rowsOf, type Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPglite, type OpenDatabase } from './open-pglite.ts';
import { openPostgres } from './open-postgres.ts';
import * as schema from './schema.ts';

const TABLES: readonly PgTable[] = Object.values(schema);

describe.each(BACKENDS)('on %s', { timeout: 60_000 }, (backend) => {
  let server: OpenBackend;
  let workspace: Workspace;
  let open: OpenDatabase;
  beforeAll(async () => {
    server = await openBackend(backend);
    workspace = await createWorkspace();
    await copyEmptyDatabase(workspace.path('data/database'));
    const { DATABASE_URL } = await server.settings();
    open =
      DATABASE_URL === undefined
        ? await openPglite(workspace.path('data/database'))
        : openPostgres(DATABASE_URL, () => {});
  }, 120_000);
  afterAll(async () => {
    await open.close();
    await workspace.stop();
    await server.stop();
  }, 60_000);

  it('[GH14] migrations run once, also when two begin together', async () => {
    const runs = await Promise.all([
      migrate(open.database),
      migrate(open.database),
    ]);
    const names = [
      '0001-conversations.sql',
      '0002-warnings-and-receipts.sql',
      '0003-append-messages.sql',
      '0004-paces.sql',
      '0005-site-configs.sql',
    ];
    expect(runs.flat()).toEqual(names);
    expect(await migrate(open.database)).toEqual([]);
  });

  it('[GH14] the tables are as queries name them', async () => {
    const found = await readColumns(open.database);
    const named = TABLES.flatMap((table) =>
      Object.values(getTableColumns(table)).map((column) => ({
        table: getTableName(table),
        column: column.name,
        type: column.getSQLType(),
        isNullable: !column.notNull,
        isKey: isKey(table, column.name),
      })),
    );
    expect(sorted(found)).toEqual(sorted(named));
  });

  it('[GH14] a database of a newer release is refused', async () => {
    const { database } = open;
    await database.execute(sql`insert into migrations values ('9999-x.sql')`);
    await expect(migrate(database)).rejects.toThrow(/9999-x\.sql/);
    await database.execute(sql`delete from migrations where name like '9%'`);
  });
});

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly isKey: boolean;
}

function isKey(table: PgTable, name: string): boolean {
  const { columns, primaryKeys } = getTableConfig(table);
  return (
    columns.some((column) => column.name === name && column.primary) ||
    primaryKeys.some((key) =>
      key.columns.some((column) => column.name === name),
    )
  );
}

async function readColumns(database: Database): Promise<readonly Column[]> {
  const result = await database.execute(sql`
    select c.table_name as "table", c.column_name as "column",
      case c.data_type when 'ARRAY' then substr(c.udt_name, 2) || '[]'
        else c.data_type end as type,
      c.is_nullable = 'YES' as "isNullable",
      exists (
        select 1 from information_schema.table_constraints t
        join information_schema.key_column_usage k using (constraint_name)
        where t.constraint_type = 'PRIMARY KEY' and k.table_name = c.table_name
          and k.column_name = c.column_name) as "isKey"
    from information_schema.columns c
    where c.table_schema = 'public' and c.table_name <> 'migrations'`);
  return rowsOf<Column>(result);
}

const sorted = (columns: readonly Column[]): readonly string[] =>
  columns
    .map(({ table, column, type, isNullable, isKey: key }) =>
      [table, column, type, isNullable, key].join(' '),
    )
    .sort();

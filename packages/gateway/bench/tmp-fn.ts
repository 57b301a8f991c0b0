import { mkdtemp, mkdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { openPglite } from '../src/store/open-pglite.ts';
import { openPostgres } from '../src/store/open-postgres.ts';
import { migrate } from '../src/store/migrate.ts';
import { appendMessages } from '../src/store/append-messages.ts';
import { createStore } from '../src/store/create-store.ts';
import { startPostgres } from '../src/testing/postgres.ts';
const kind = process.argv[2];
let database: any, close: any;
if (kind === 'pg') {
  const server = await startPostgres();
  const o = openPostgres(await server.createDatabase(), () => {});
  database = o.database;
  close = async () => {
    await o.close();
    await server.stop();
  };
} else {
  const o = await openPglite(await mkdtemp(join(tmpdir(), 'fn-')));
  database = o.database;
  close = o.close;
}
await migrate(database);
await database.execute(sql.raw(await readFile('/tmp/fn.sql', 'utf8')));
const store = createStore(database);
await store.addConsumer({
  consumerId: 'c',
  site: 's',
  visitorId: 'v',
  token: { lineId: 'l', tokenId: 't' },
  now: 1,
});
for (let i = 0; i < 200; i++)
  await store.startConversation({
    id: `k${i}`,
    site: 's',
    consumerId: 'c',
    requestId: String(i),
    skill: 'x',
    preview: {} as any,
    now: 1,
  });
let id = 0;
const make = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    conversationId: `k${i}`,
    actor: { role: 'consumer', id: 'c' } as const,
    clientId: String(id++),
    content: { kind: 'text', text: 'hello there' } as const,
    at: 2,
  }));
const toInput = (m: any, n: number) => ({
  n,
  conversation_id: m.conversationId,
  actor: m.actor.id,
  role: m.actor.role,
  author: 'consumer',
  name: null,
  picture: null,
  client_id: m.clientId,
  body: { kind: 'message', clientId: m.clientId, content: m.content },
  at: m.at,
});
const old = (ms: any) => appendMessages(database, ms);
const fn = (ms: any) =>
  database.execute(
    sql`select * from append_messages(${JSON.stringify(ms.map(toInput))}::jsonb)`,
  );
const raw = (ms: any) =>
  database.$client.query('select * from append_messages($1::jsonb)', [
    JSON.stringify(ms.map(toInput)),
  ]);
const named = (ms: any) =>
  database.$client.query({
    name: 'append',
    text: 'select * from append_messages($1::jsonb)',
    values: [JSON.stringify(ms.map(toInput))],
  });
const ways: any = { old, fn, raw, ...(kind === 'pg' ? { named } : {}) };
for (const [n, w] of Object.entries<any>(ways))
  for (let i = 0; i < 20; i++) await w(make(5));
for (const size of [1, 20, 100])
  for (const [name, way] of Object.entries<any>(ways)) {
    const times: number[] = [];
    for (let i = 0; i < 60; i++) {
      const m = make(size);
      const t = performance.now();
      await way(m);
      times.push(performance.now() - t);
    }
    times.sort((a, b) => a - b);
    console.log(
      kind,
      name,
      size,
      'p50',
      times[30].toFixed(2),
      'p10',
      times[6].toFixed(2),
    );
  }
console.log((await fn([...make(1), { ...make(1)[0], clientId: '1' }])).rows);
await close();
process.exit(0);

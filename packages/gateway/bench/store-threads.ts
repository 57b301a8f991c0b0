/*
 * Measures the embedded database in a thread of its own against the same on the
 * event loop: time of a message, and how late the loop's timers are meanwhile.
 * `tsx packages/gateway/bench/store-threads.ts`
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStore, type Store } from '../src/store/create-store.ts';
import { migrate } from '../src/store/migrate.ts';
import { openPglite } from '../src/store/open-pglite.ts';
import { openWorkerStore } from '../src/store/worker-store.ts';
import { startFrame } from '../src/testing/talk-client.ts';

const MESSAGES = 400;
const AT_ONCE = [1, 20];

/** As many consumers, each with a conversation, as talk at once. */
async function prepare(name: string, store: Store, atOnce: number) {
  const site = 'acme';
  const { page, journey, attributes, language } = startFrame();
  return Promise.all(
    Array.from({ length: atOnce }, async (_, at) => {
      const consumerId = `c${name}${atOnce} ${at}`;
      const token = { lineId: `l${consumerId}`, tokenId: 't' };
      const visitorId = 'v';
      await store.addConsumer({ consumerId, site, visitorId, token, now: 1 });
      const started = await store.startConversation({
        id: consumerId,
        site,
        consumerId,
        requestId: String(at),
        skill: 'sales',
        preview: {
          visitorId: 'v',
          language,
          page,
          journey,
          attributes,
          lastText: '',
        },
        now: 1,
      });
      if (started === undefined) throw new Error('It was not started.');
      return { consumerId, conversationId: started.conversation.id };
    }),
  );
}

async function measure(name: string, store: Store, atOnce: number) {
  const talks = await prepare(name, store, atOnce);
  // What a socket would wait for: timers that come late.
  const late: number[] = [];
  let lastMs = performance.now();
  const tick = (): void => {
    late.push(performance.now() - lastMs - 1);
    lastMs = performance.now();
  };
  const ticker = setInterval(tick, 1);
  const times: number[] = [];
  const beganMs = performance.now();
  await Promise.all(
    talks.map(async ({ consumerId, conversationId }) => {
      for (let count = 0; count < MESSAGES / atOnce; count += 1) {
        const sentMs = performance.now();
        await store.appendMessage({
          conversationId,
          actor: { role: 'consumer', id: consumerId },
          clientId: String(count),
          content: { kind: 'text', text: 'hello there' },
          at: 1,
        });
        times.push(performance.now() - sentMs);
      }
    }),
  );
  const perSecond = MESSAGES / ((performance.now() - beganMs) / 1000);
  clearInterval(ticker);
  tick();
  const quantile = (list: readonly number[], share: number): string => {
    const sorted = [...list].sort((one, other) => one - other);
    return (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  };
  process.stdout.write(
    `${name}, ${atOnce} at once: ${perSecond.toFixed(0)} messages/s, p50 ${quantile(times, 0.5)} ms, p99 ${quantile(times, 0.99)} ms; timers late p50 ${quantile(late, 0.5)} ms, p99 ${quantile(late, 0.99)} ms, most ${quantile(late, 1)} ms\n`,
  );
}

const folder = await mkdtemp(join(tmpdir(), 'beckon-bench-'));
for (const name of ['one', 'two']) await mkdir(join(folder, name));
const loop = await openPglite(join(folder, 'one'));
await migrate(loop.database);
const thread = await openWorkerStore(join(folder, 'two'), () => {});
const onLoop = createStore(loop.database);
for (const atOnce of AT_ONCE)
  for (const round of [1, 2]) {
    await measure(`loop ${round}`, onLoop, atOnce);
    await measure(`thread ${round}`, thread.store, atOnce);
  }
await loop.close();
await thread.close();
await rm(folder, { recursive: true });

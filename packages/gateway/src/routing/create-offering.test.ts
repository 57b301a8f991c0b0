import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLocalFanout } from '../fanout/create-local-fanout.ts';
import { createStore, type Store } from '../store/create-store.ts';
import { migrate } from '../store/migrate.ts';
import { openPglite, type OpenDatabase } from '../store/open-pglite.ts';
import { copyEmptyDatabase } from '../testing/pglite-template.ts';
import { createOffering, type Offers } from './create-offering.ts';

let folder: string;
let open: OpenDatabase;
let store: Store;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-offering-'));
  await copyEmptyDatabase(folder);
  open = await openPglite(folder);
  await migrate(open.database);
  store = createStore(open.database);
  await store.addConsumer({
    consumerId: CONSUMER,
    site: 'acme',
    visitorId: 'v',
    token: { lineId: 'l', tokenId: 't' },
    now: 0,
  });
}, 60_000);

afterAll(async () => {
  await open.close();
  await rm(folder, { recursive: true });
});

const CONSUMER = 'c';

async function start(id: string): Promise<void> {
  const preview = {
    visitorId: 'v',
    language: 'en',
    page: { url: 'https://shop.example/', title: 'Shop' },
    journey: [],
    attributes: [],
    lastText: '',
  };
  await store.startConversation({
    id,
    site: 'acme',
    consumerId: CONSUMER,
    requestId: id,
    skill: 'sales',
    preview,
    now: 1,
  });
}

const say = (conversationId: string, text: string): Promise<unknown> =>
  store.appendMessage({
    conversationId,
    actor: { role: 'consumer', id: CONSUMER },
    clientId: text,
    content: { kind: 'text', text },
    at: 2,
  });

/** What an agent is told, on a database that may answer late or not at all. */
function listen(agentId: string) {
  const told: string[] = [];
  let answer = <Result>(result: Result): Promise<Result> =>
    Promise.resolve(result);
  const fanout = createLocalFanout();
  fanout.subscribe('agent', agentId, (news) => {
    if (news.type !== 'frame') return;
    const { frame } = news;
    told.push(
      frame.type === 'offered'
        ? `${frame.conversationId}: ${frame.preview.lastText}`
        : frame.type,
    );
  });
  const offering = createOffering({
    fanout,
    store: {
      ...store,
      listConversations: async (ids) =>
        answer(await store.listConversations(ids)),
    },
  });
  return {
    told,
    offering,
    delay(way: typeof answer) {
      answer = way;
    },
  };
}

const offers = (...ids: string[]): Offers => new Map([['ada', ids]]);

it('[GH24] what was read first is told first, however late the database answers', async () => {
  await start('one');
  const { told, offering, delay } = listen('ada');
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  delay((result) => held.then(() => result));
  const changed = offering.change(offers('one'));
  // Its texts are read; the other answer is on its way.
  await store.ping();
  await say('one', 'are you there?');
  delay((result) => Promise.resolve(result));
  const renewed = offering.renew('one');
  await store.ping();
  release();
  await Promise.all([changed, renewed]);
  expect(told.at(-1)).toBe('one: are you there?');
});

it('[RT1] what could not be told is told the next time, and what was told is not', async () => {
  await start('two');
  const { told, offering, delay } = listen('ada');
  await offering.change(offers('one'));
  delay(() => Promise.reject(new Error('the database is away')));
  await expect(offering.change(offers('one', 'two'))).rejects.toThrow('away');
  await say('one', 'anybody?');
  await expect(offering.renew('one')).rejects.toThrow('away');
  delay((result) => Promise.resolve(result));
  told.length = 0;
  await offering.change(offers('one', 'two'));
  expect([...told].sort()).toEqual(['one: anybody?', 'two: ']);
  await offering.change(offers('two'));
  expect(told.at(-1)).toBe('withdrawn');
});

it('[GH24] what is new in a conversation many times over is told in one answer', async () => {
  const { told, offering } = listen('ada');
  await offering.change(offers('two'));
  told.length = 0;
  const texts = Array.from({ length: 20 }, (_, n) => `text ${n}`);
  await Promise.all(texts.map((text) => say('two', text)));
  await Promise.all(texts.map(() => offering.renew('two')));
  expect(told).toEqual(['two: text 19']);
});

import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { BACKENDS, openBackend } from './testing/backends.ts';
import { startKillTalk, type KillSide } from './testing/kill-run.ts';
import { spawnGateway, type SpawnedGateway } from './testing/spawn-gateway.ts';
import { copyEmptyDatabase } from './testing/pglite-template.ts';
import { createWorkspace } from './testing/workspace.ts';

const MESSAGES = 500;
const KILLS = 20;

it.each(BACKENDS)(
  '[DL3] killed 20 times in a talk of 500 messages, nothing is lost or doubled, on %s',
  async (backend) => {
    const database = await openBackend(backend);
    const workspace = await createWorkspace();
    await copyEmptyDatabase(workspace.path('data/database'));
    const port = await freePort();
    const env = {
      ...workspace.env,
      ...(await database.settings()),
      PORT: String(port),
      BECKON_AGENT_GRACE_SECONDS: '3600',
      BECKON_MESSAGES_PER_CONSUMER: '1000000',
      BECKON_FRAMES_PER_ADDRESS: '1000000',
    };
    let gateway = await start(env);
    const base = await gateway.url;
    const { visitor, agent } = await startKillTalk(base);

    let said = 0;
    let kills = 0;
    const talk = async (until: number): Promise<void> => {
      for (; said < until; said += 1) {
        const side = said % 2 === 0 ? visitor : agent;
        side.say(`message ${said}`);
        // In bursts, so that some are under way when it dies.
        if (said % 5 === 4) await wait(5);
      }
    };
    for (; kills < KILLS; kills += 1) {
      const killed = gateway;
      const talking = talk(Math.floor((MESSAGES / KILLS) * (kills + 1)));
      // Somewhere in the burst: while it commits, answers or starts to read.
      await wait(10 + ((kills * 37) % 150));
      killed.child.kill('SIGKILL');
      await killed.ended;
      gateway = await start(env);
      await talking;
    }
    await Promise.all([visitor.idle(), agent.idle()]);
    const lastSeq = MESSAGES + 1;
    for (const side of [visitor, agent])
      await expect
        .poll(() => side.events.at(-1)?.seq, { timeout: 30_000 })
        .toBe(lastSeq);

    expect(kills).toBe(KILLS);
    for (const side of [visitor, agent]) check(side);
    expect(visitor.events).toEqual(agent.events);
    const texts = textsOf(visitor);
    expect(new Set(texts).size).toBe(MESSAGES);
    for (const parity of [0, 1]) {
      const own = texts.filter((text) => Number(text.slice(8)) % 2 === parity);
      const inOrder = Array.from(
        { length: MESSAGES / 2 },
        (_, at) => `message ${at * 2 + parity}`,
      );
      expect(own).toEqual(inOrder);
    }

    visitor.stop();
    agent.stop();
    gateway.child.kill('SIGKILL');
    await gateway.ended;
    await workspace.stop();
    await database.stop();
  },
  300_000,
);

/** No gap, nothing twice, and each acknowledged number is the one it has. */
function check({ events, acked }: KillSide): void {
  expect(events.map(({ seq }) => seq)).toEqual(
    Array.from({ length: MESSAGES + 1 }, (_, at) => at + 1),
  );
  expect(acked.size).toBe(MESSAGES / 2);
  for (const [text, seq] of acked) {
    const { body } = events[seq - 1] ?? {};
    expect(body).toMatchObject({ kind: 'message', content: { text } });
  }
}

const textsOf = ({ events }: KillSide): readonly string[] =>
  events.flatMap(({ body }) =>
    body.kind === 'message' ? [body.content.text] : [],
  );

async function start(
  env: Readonly<Record<string, string | undefined>>,
): Promise<SpawnedGateway> {
  const gateway = spawnGateway(env);
  await gateway.url;
  return gateway;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

import { randomUUID } from 'node:crypto';
import { SHOP, SITE, type Gateway } from '../servers/start-gateway.ts';
import { addAgent } from './add-agent.ts';
import { hearFrames } from './hear-frames.ts';
import { inTurns } from './in-turns.ts';
import { createLedger, type Lane } from './ledger.ts';
import { openClient, type Client } from './open-client.ts';
import {
  CLOSE_AT_ONCE,
  OPEN_AT_ONCE,
  TEXT,
  type Cast,
  type Scene,
} from './scene.ts';

const SKILL = 'sales';

/** Visitors and agents of a gateway, some of them in conversations. */
export async function openGatewayScene(
  gateway: Gateway,
  { conversations, perAgent }: Cast,
): Promise<Scene> {
  const ledger = createLedger();
  const clients: Client[] = [];
  const openConsumer = async (): Promise<Client> => {
    const client = await openClient(
      `${gateway.url}/v1/sites/${SITE}/socket`,
      { Origin: SHOP },
      ledger.fail,
    );
    clients.push(client);
    client.listen(hearFrames('consumer', ledger));
    return greet(client);
  };
  const openAgent = async (index: number): Promise<Client> => {
    const token = await addAgent(gateway, {
      email: `agent-${index}@shop.example`,
      name: `Agent ${index}`,
      skills: [SKILL],
      maxConversations: perAgent,
    });
    const client = await openClient(
      `${gateway.url}/v1/agents/socket`,
      { Authorization: `Bearer ${token}` },
      ledger.fail,
    );
    clients.push(client);
    client.listen(hearFrames('agent', ledger));
    return greet(client);
  };

  const agents = await inTurns(
    Math.ceil(conversations / perAgent),
    OPEN_AT_ONCE,
    openAgent,
  );
  const consumers = await inTurns(conversations, OPEN_AT_ONCE, openConsumer);
  // One after the other: an agent is answered in the order in which it asks.
  const pairs = await inTurns(conversations, 1, async (index) => {
    const consumer = consumers[index];
    const agent = agents[Math.floor(index / perAgent)];
    if (!consumer || !agent) throw new Error('A client is missing.');
    return begin(consumer, agent);
  });
  return {
    ledger,
    lanes: pairs.flat(),
    async openIdle(count) {
      await inTurns(count, OPEN_AT_ONCE, openConsumer);
    },
    async close() {
      await inTurns(clients.length, CLOSE_AT_ONCE, async (index) => {
        await clients[index]?.close();
      });
    },
  };
}

async function greet(client: Client): Promise<Client> {
  const welcome = client.next('welcome');
  client.send({ type: 'hello' });
  await welcome;
  return client;
}

/** A conversation that an agent has taken. @returns Its two directions. */
async function begin(
  consumer: Client,
  agent: Client,
): Promise<readonly [Lane, Lane]> {
  const started = consumer.next('started');
  consumer.send({
    type: 'start',
    requestId: randomUUID(),
    skill: SKILL,
    language: 'en',
    page: { url: `${SHOP}/cart`, title: 'Cart' },
    journey: [],
    attributes: [],
    survey: null,
  });
  const { conversationId } = await started;
  const assigned = agent.next('assigned');
  agent.send({ type: 'accept', conversationId });
  await assigned;
  const laneOn = (client: Client): Lane => ({
    send: (clientId) =>
      client.send({
        type: 'message',
        conversationId,
        clientId,
        content: { kind: 'text', text: TEXT },
      }),
  });
  return [laneOn(consumer), laneOn(agent)];
}

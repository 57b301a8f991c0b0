import { inTurns } from './in-turns.ts';
import { createLedger, type Lane, type Ledger } from './ledger.ts';
import { openClient, type Client } from './open-client.ts';
import {
  CLOSE_AT_ONCE,
  OPEN_AT_ONCE,
  TEXT,
  type Cast,
  type Scene,
} from './scene.ts';

/**
 * The floor's clients: as many sockets as the gateway's, which send the same
 * frames. The other side is the sender itself, and what comes back counts as
 * acknowledged and arrived.
 */
export async function openEchoScene(url: string, cast: Cast): Promise<Scene> {
  const ledger = createLedger();
  const clients: Client[] = [];
  const open = async () => {
    const client = await openClient(url, {}, ledger.fail);
    client.listen((frame) => hear(ledger, frame));
    clients.push(client);
    return client;
  };
  const { conversations, perAgent } = cast;
  const agents = await inTurns(
    Math.ceil(conversations / perAgent),
    OPEN_AT_ONCE,
    open,
  );
  const consumers = await inTurns(conversations, OPEN_AT_ONCE, open);
  const lanes = consumers.flatMap((consumer, index) => {
    const agent = agents[Math.floor(index / perAgent)] ?? consumer;
    return [consumer, agent].map((client) => laneOn(client, index));
  });
  return {
    ledger,
    lanes,
    async openIdle(count) {
      await inTurns(count, OPEN_AT_ONCE, open);
    },
    async close() {
      await inTurns(clients.length, CLOSE_AT_ONCE, async (index) => {
        await clients[index]?.close();
      });
    },
  };
}

const laneOn = (client: Client, index: number): Lane => ({
  send: (clientId) =>
    client.send({
      type: 'message',
      conversationId: `conversation-${String(index).padStart(30, '0')}`,
      clientId,
      content: { kind: 'text', text: TEXT },
    }),
});

/** What comes back is what was sent, which no gateway says. */
function hear(ledger: Ledger, frame: object): void {
  const { clientId } = frame as { readonly clientId: string };
  ledger.acknowledged(clientId);
  ledger.arrived(clientId);
}

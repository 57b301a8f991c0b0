import type {
  AttributesFrame,
  ConsumerFrame,
  HelloFrame,
  PageRef,
  StartFrame,
  ToConsumerFrame,
} from '@beckon/schema/types';
import type { Desk } from '../conversations/desk.ts';
import { endConversation } from '../conversations/end-conversation.ts';
import { sendMessage } from '../conversations/send-message.ts';
import { startConversation } from '../conversations/start-conversation.ts';
import { maskAttributes } from '../masking/mask-start.ts';
import type { Site } from '../sites/site-store.ts';
import type { Actor } from '../store/rows.ts';
import type { Connection } from './connection.ts';
import type { ConversationReaders } from './conversation-readers.ts';
import type { FrameProblem } from './frame-problem.ts';
import type { KnownStates } from './known-states.ts';

export interface ConsumerLimits {
  /** GW4: after how many ms a message or a start may come; 0 for now. */
  message(consumerId: string): number;
  /** The same for starts, by the address of the client (GH30). */
  start(): number;
  /** The same for pages: each is written, and shown to an agent. */
  page(consumerId: string): number;
  /** The same for what the site reports. */
  attributes(consumerId: string): number;
}

/** A greeted visitor on a connection. */
export interface ConsumerScene {
  readonly desk: Desk;
  readonly site: Site;
  readonly connection: Connection;
  readonly readers: ConversationReaders;
  readonly limits: ConsumerLimits;
  readonly consumerId: string;
  readonly visitorId: string;
  readonly states: KnownStates;
}

const CONSUMER = { role: 'consumer' } as const;

/** Does what a visitor's frame asks for. */
export async function handleConsumerFrame(
  scene: ConsumerScene,
  frame: Exclude<ConsumerFrame, HelloFrame>,
): Promise<FrameProblem | undefined> {
  const { desk, consumerId } = scene;
  const actor: Actor = { role: 'consumer', id: consumerId };
  switch (frame.type) {
    case 'start':
      return start(scene, frame);
    case 'message': {
      const waitMs = scene.limits.message(consumerId);
      if (waitMs > 0) return { code: 'rate-limited', retryAfterMs: waitMs };
      return sendMessage(desk, actor, frame, scene.site, (ack) =>
        scene.connection.send(ack),
      );
    }
    case 'resume':
      return resume(scene, frame.conversationId, frame.after);
    case 'typing':
      return pass(scene, { ...frame, from: CONSUMER });
    case 'read':
    case 'delivered':
      return markSeen(scene, frame);
    case 'page':
      return setPage(scene, frame.conversationId, frame.page);
    case 'attributes':
      return setAttributes(scene, frame);
    case 'end':
      return endConversation(desk, actor, frame.conversationId);
    // Answered before they get here.
    case 'ping':
    case 'pong':
      return undefined;
  }
}

async function start(
  scene: ConsumerScene,
  frame: StartFrame,
): Promise<FrameProblem | undefined> {
  const { desk, connection, readers, limits, consumerId, states } = scene;
  const waitMs = limits.message(consumerId) || limits.start();
  if (waitMs > 0) return { code: 'rate-limited', retryAfterMs: waitMs };
  const started = await startConversation(desk, scene, frame);
  if (started.status === 'refused') return started.problem;
  const { id, lastSeq, agentId } = started.conversation;
  readers.open(id, lastSeq);
  states.learn(id, agentId, lastSeq);
  connection.send(started.frame);
  desk.reroute();
  return undefined;
}

/** DL4: also of a conversation that the welcome did not list. */
async function resume(
  { desk, readers, consumerId }: ConsumerScene,
  conversationId: string,
  after: number,
): Promise<FrameProblem | undefined> {
  if (readers.readFrom(conversationId, after)) return undefined;
  const found = await desk.store.findConversation(conversationId);
  if (found?.consumerId !== consumerId) return { code: 'unknown-conversation' };
  readers.open(conversationId, found.lastSeq).readFrom(after);
  return undefined;
}

type Seen = ConsumerFrame & { readonly type: 'read' | 'delivered' };

/** To the agent, and to the visitor's other tabs. */
function pass(
  { desk, connection, readers, consumerId, states }: ConsumerScene,
  frame: ToConsumerFrame & {
    readonly type: 'typing' | Seen['type'];
    readonly conversationId: string;
  },
): FrameProblem | undefined {
  const { conversationId } = frame;
  if (!readers.has(conversationId)) return { code: 'unknown-conversation' };
  const news = { type: 'frame', frame, except: connection.id } as const;
  desk.fanout.publish('consumer', consumerId, news);
  const agentId = states.agentOf(conversationId);
  if (agentId !== null)
    desk.fanout.publish('agent', agentId, { type: 'frame', frame });
  return undefined;
}

/** Kept, and told where it is news. */
async function markSeen(
  scene: ConsumerScene,
  { type, conversationId, seq: said }: Seen,
): Promise<FrameProblem | undefined> {
  const { desk, readers, consumerId } = scene;
  if (!readers.has(conversationId)) return { code: 'unknown-conversation' };
  const actor = { role: 'consumer', id: consumerId } as const;
  const mark = { conversationId, actor, type, seq: said };
  const seq = await desk.store.markSeen(mark);
  if (seq === undefined) return undefined;
  return pass(scene, { type, conversationId, from: CONSUMER, seq });
}

async function setPage(
  { desk, site, limits, consumerId }: ConsumerScene,
  conversationId: string,
  page: PageRef,
): Promise<FrameProblem | undefined> {
  const waitMs = limits.page(consumerId);
  if (waitMs > 0) return { code: 'rate-limited', retryAfterMs: waitMs };
  const masked = await desk.masks.mask(site, [page.url, page.title]);
  if (masked === undefined) return { code: 'not-masked' };
  const [url = '', title = ''] = masked;
  const at = desk.clock.now();
  const moved = { conversationId, consumerId, page: { url, title }, at };
  const conversation = await desk.store.setPage(moved);
  if (conversation === undefined) return { code: 'unknown-conversation' };
  const { agentId } = conversation;
  if (agentId !== null)
    desk.fanout.publish('agent', agentId, {
      type: 'frame',
      frame: { type: 'page', conversationId, page: { url, title }, at },
    });
  return undefined;
}

/** GH28: kept, acknowledged, and shown to the agent where it is news. */
async function setAttributes(
  { desk, site, connection, limits, consumerId }: ConsumerScene,
  { conversationId, clientId, attributes: reported }: AttributesFrame,
): Promise<FrameProblem | undefined> {
  const waitMs = limits.attributes(consumerId);
  if (waitMs > 0) return { code: 'rate-limited', retryAfterMs: waitMs };
  const attributes = await maskAttributes(
    reported,
    site.masking.attributes,
    (texts) => desk.masks.mask(site, texts),
  );
  if (attributes === undefined) return { code: 'not-masked' };
  const given = { conversationId, consumerId, attributes };
  const conversation = await desk.store.setAttributes(given);
  if (conversation === undefined) return { code: 'unknown-conversation' };
  const at = desk.clock.now();
  connection.send({ type: 'ack', conversationId, clientId, seq: 0, at });
  const { agentId, isNews } = conversation;
  if (isNews && agentId === null) desk.renewOffer(conversationId);
  if (isNews && agentId !== null)
    desk.fanout.publish('agent', agentId, {
      type: 'frame',
      frame: { type: 'attributes', conversationId, attributes },
    });
  return undefined;
}

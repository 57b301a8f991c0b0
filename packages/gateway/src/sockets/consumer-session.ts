import type {
  ConsumerFrame,
  HelloFrame,
  ToConsumerFrame,
} from '@beckon/schema/types';
import { summaryOf } from '../conversations/describe.ts';
import type { ConsumerNews } from '../fanout/fanout.ts';
import type { ConsumerTokens } from '../tokens/consumer-tokens.ts';
import { CLOSE } from './connection.ts';
import { createConversationReaders } from './conversation-readers.ts';
import { handleConsumerFrame, type ConsumerScene } from './consumer-frames.ts';
import type { Session } from './create-peer.ts';
import type { FrameProblem } from './frame-problem.ts';
import { holdNews } from './hold-news.ts';
import { resumeAll } from './resume-all.ts';
import { createKnownStates } from './known-states.ts';
import { identifyConsumer, type Identified } from './identify-consumer.ts';

type Place = Omit<ConsumerScene, 'consumerId' | 'visitorId'>;

export interface ConsumerSessionOptions extends Pick<
  ConsumerScene,
  'desk' | 'site' | 'connection' | 'limits'
> {
  readonly tokens: ConsumerTokens;
}

/** A visitor's side on one connection: from the hello on, who it is. */
export function createConsumerSession(
  options: ConsumerSessionOptions,
): Session<ConsumerFrame> {
  const { desk, tokens, site, connection } = options;
  const readers = createConversationReaders(desk, connection);
  const place: Place = { ...options, readers, states: createKnownStates() };
  let scene: ConsumerScene | undefined;
  let unsubscribe = (): void => {};
  let isOver = false;

  const greet = async (
    hello: HelloFrame,
  ): Promise<FrameProblem | undefined> => {
    const { store, clock } = desk;
    const known = await identifyConsumer({ store, tokens, clock }, site, hello);
    if (known === undefined) return { code: 'token-invalid' };
    const { consumerId, visitorId } = known;
    const news = holdNews<ConsumerNews>((each) => hear(place, each));
    const end = desk.fanout.subscribe('consumer', consumerId, news.tell);
    // It may have gone away meanwhile.
    if (isOver) end();
    else unsubscribe = end;
    await welcome(place, known);
    await resumeAll(
      place,
      hello.resume ?? [],
      (row) => row.consumerId === consumerId,
    );
    scene = { ...place, consumerId, visitorId };
    news.release();
    return undefined;
  };

  return {
    isGreeted: () => scene !== undefined,
    async handle(frame) {
      if (scene !== undefined)
        return frame.type === 'hello'
          ? { code: 'frame-invalid' }
          : handleConsumerFrame(scene, frame);
      return frame.type === 'hello' ? greet(frame) : { code: 'hello-expected' };
    },
    end() {
      isOver = true;
      unsubscribe();
      readers.stop();
    },
  };
}

async function welcome(
  { desk, connection, readers, states }: Place,
  { consumerId, visitorId, token, isNew }: Identified,
): Promise<void> {
  const list = isNew ? [] : await desk.store.listOfConsumer(consumerId);
  for (const { id, lastSeq, agentId, state } of list) {
    readers.open(id, lastSeq);
    states.learn(id, state === 'active' ? agentId : null, lastSeq);
  }
  connection.send({
    type: 'welcome',
    token,
    visitorId,
    conversations: list.map((row) => summaryOf(row, 'consumer')),
    serverTime: desk.clock.now(),
  } satisfies ToConsumerFrame);
}

function hear(place: Place, news: ConsumerNews): void {
  const { connection, readers, states } = place;
  switch (news.type) {
    case 'began':
      readers.open(news.conversationId, news.lastSeq);
      return;
    case 'logged-out':
      connection.close(CLOSE.ended, 'logged out');
      return;
    case 'state':
      if (states.hear(news)) connection.send(news.frame);
      return;
    case 'frame':
      pass(place, news.frame, news.except);
  }
}

function pass(
  { connection, readers }: Place,
  frame: ToConsumerFrame,
  except: string | undefined,
): void {
  if (frame.type === 'event') {
    readers.offer(frame);
    return;
  }
  if (except !== connection.id) connection.send(frame);
}

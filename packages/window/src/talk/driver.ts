import type { ConsumerFrame, ToConsumerFrame } from '@beckon/schema/types';
import type { Stop } from '../host.ts';
import type { News } from './news.ts';
import { isFinal } from './problems.ts';
import { isBehind, isOpen, lastSeqOf, type Talk } from '../model/talk.ts';

/** An acknowledgement that does not come: the same is sent again (DL2). */
const ACK_MS = 10_000;
/** DL4 */
const CATCH_UP_MS = 10_000;
const RETRY_MS = 1000;

/**
 * Tells the gateway what a talk says and it does not know yet. It looks at what
 * is, not at what happened: a tab that takes over just looks, too.
 */
export interface Driver {
  /** The talk, or the connection, is another. */
  sync(): void;
  /** A new connection: whatever was under way is sent again.
   *
   * @param helloFor The conversation whose events the hello asked for. */
  begin(helloFor: string | undefined): void;
  stop(): void;
  /** WN8: this is what the site reports. */
  tell(news: News): void;
  /** Before the talk learns it. */
  hear(frame: ToConsumerFrame): void;
}

interface DriverNeeds {
  read(): Talk;
  send(frame: ConsumerFrame): void;
  later(run: () => void, ms: number): Stop;
  /** Whether what is missing came in time (DL4). */
  caughtUp(isSo: boolean): void;
}

export function createDriver(needs: DriverNeeds): Driver {
  const { later, read, send } = needs;
  let isOn = false;
  let told = nothingTold();
  let news: News | undefined;
  let stopAck: Stop = () => {};
  let stopCatchUp: Stop | undefined;

  const start = ({ start: frame }: Talk) => {
    if (!frame || told.underWay) return;
    told.underWay = frame.requestId;
    awaitAck();
    send(frame);
  };
  /** One after the other, so that what is refused for a while keeps its place. */
  const sendNext = ({ conversationId, outbox }: Talk) => {
    const next = outbox.find(({ status }) => status === 'sending');
    if (!conversationId || !next || told.underWay) return;
    const { clientId, text } = next;
    told.underWay = clientId;
    awaitAck();
    const content = { kind: 'text', text } as const;
    send({ type: 'message', conversationId, clientId, content });
  };
  const awaitAck = (ms = ACK_MS) => {
    stopAck();
    stopAck = later(() => {
      told.underWay = undefined;
      sync();
    }, ms);
  };
  /** What is under way has been answered, in whatever tab's name. */
  const settle = ({ outbox, start: asked }: Talk) => {
    const id = told.underWay;
    if (!id || asked?.requestId === id) return;
    const isWaiting = outbox.some(
      ({ clientId, status }) => clientId === id && status === 'sending',
    );
    if (isWaiting) return;
    stopAck();
    told.underWay = undefined;
  };
  const catchUp = (talk: Talk, conversationId: string) => {
    if (!isBehind(talk)) {
      stopCatchUp?.();
      stopCatchUp = undefined;
      needs.caughtUp(true);
      return;
    }
    const after = lastSeqOf(talk);
    // The hello has asked already for what was missing then.
    const isAsked = told.helloFor === conversationId && !talk.held.length;
    if (!isAsked && told.askedAfter !== after) {
      told.askedAfter = after;
      send({ type: 'resume', conversationId, after });
    }
    stopCatchUp =
      stopCatchUp ?? later(() => needs.caughtUp(false), CATCH_UP_MS);
  };
  const sync = () => {
    if (!isOn) return;
    const talk = read();
    settle(talk);
    if (talk.start) return start(talk);
    const { conversationId } = talk;
    if (!conversationId) return;
    sendNext(talk);
    tellState(talk, conversationId, told, send);
    if (news) tellNews(talk, news, told, send);
    catchUp(talk, conversationId);
  };
  const stop = () => {
    isOn = false;
    stopAck();
    stopCatchUp?.();
    stopCatchUp = undefined;
  };
  return {
    sync,
    stop,
    begin(helloFor) {
      stop();
      told = { ...nothingTold(), helloFor };
      isOn = true;
      sync();
    },
    tell(next) {
      news = next;
      sync();
    },
    hear(frame) {
      if (frame.type === 'started') told.helloFor = frame.conversationId;
      // Refused for now: again, when it may be, and nothing overtakes it.
      if (
        frame.type === 'problem' &&
        // One of another frame has no client id.
        told.underWay !== undefined &&
        frame.clientId === told.underWay &&
        !isFinal(frame.code)
      )
        awaitAck(frame.retryAfterMs ?? RETRY_MS);
    },
  };
}

/** What the gateway was told over one connection. */
interface Told {
  /** What was sent and not answered. */
  underWay: string | undefined;
  askedAfter: number | undefined;
  /** The conversation that the hello asked for. */
  helloFor: string | undefined;
  attributes?: string;
  deliveredSeq: number;
  isEnding: boolean;
  isWriting: boolean;
  page: Talk['page'];
  readSeq: number;
}

const nothingTold = (): Told => ({
  underWay: undefined,
  askedAfter: undefined,
  helloFor: undefined,
  deliveredSeq: 0,
  isEnding: false,
  isWriting: false,
  page: undefined,
  readSeq: 0,
});

/** What the gateway is told of the visitor, where it is new. */
function tellState(
  talk: Talk,
  conversationId: string,
  told: Told,
  send: DriverNeeds['send'],
): void {
  const { isEnding = false, isWriting, page, readSeq } = talk;
  const delivered = lastSeqOf(talk);
  if (readSeq > told.readSeq) {
    told.readSeq = readSeq;
    send({ type: 'read', conversationId, seq: readSeq });
  }
  if (delivered > Math.max(told.deliveredSeq, readSeq)) {
    told.deliveredSeq = delivered;
    send({ type: 'delivered', conversationId, seq: delivered });
  }
  if (!isOpen(talk)) return;
  if (page && page !== told.page) {
    told.page = page;
    send({ type: 'page', conversationId, page });
  }
  if (isWriting !== told.isWriting) {
    told.isWriting = isWriting;
    send({ type: 'typing', conversationId, active: isWriting });
  }
  // Not before all that was written is there.
  if (isEnding && !told.isEnding && !told.underWay) {
    told.isEnding = true;
    send({ type: 'end', conversationId });
  }
}

/** WN8: where the agent does not know it. */
function tellNews(
  talk: Talk,
  news: News,
  told: Told,
  send: DriverNeeds['send'],
): void {
  const { clientId, conversationId } = news;
  if (!isOpen(talk) || conversationId !== talk.conversationId) return;
  if (clientId === (told.attributes ?? talk.toldAttributes)) return;
  told.attributes = clientId;
  send({ type: 'attributes', ...news });
}

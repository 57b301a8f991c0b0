import type { ToConsumerFrame } from '@beckon/schema/types';
import type { Stop } from '../host.ts';
import type { Act } from '../model/apply-act.ts';
import { isBehind, isOpen, lastSeqOf, type Talk } from '../model/talk.ts';
import { createConnection, type ConnectionStatus } from './connection.ts';
import { createDriver } from './driver.ts';
import { createHear, type Said } from './hear-tabs.ts';
import { createLead } from './lead.ts';
import { learnFrame } from './learn-frame.ts';
import { createLook } from './news.ts';
import type { TalkPorts } from './talk-ports.ts';

export type { ConnectionStatus };

/** Why a talk is another. */
export interface Change {
  /** The gateway said so. */
  readonly frame?: ToConsumerFrame;
  /** It is this tab that must keep it, and tell the page of it. */
  readonly isOurs: boolean;
  /** The visitor did it in this tab. */
  readonly isOwn?: boolean;
}

/** Carries a talk to the gateway and to the other tabs, and back: one socket
 * for all tabs of the origin (WM6). */
export interface Speaker {
  status(): ConnectionStatus;
  /** Whether this tab speaks with the gateway. */
  isSpeaker(): boolean;
  /** The page is shown; `isAlone`: nothing may be shared (ST2). */
  enter(isAlone: boolean): void;
  leave(): void;
  /** The visitor did this here. */
  acted(act: Act): void;
  /** The visitor, or the network, is back. */
  nudge(): void;
  /** Asks for everything anew (DL4). */
  reconnect(): void;
  /** The talk is another for reasons of this tab's own. */
  review(): void;
}

export interface SpeakerNeeds {
  read(): Talk;
  token(): string | undefined;
  visitorId(): string;
  later(run: () => void, ms: number): Stop;
  isVisible(): boolean;
  become(talk: Talk, change: Change): void;
  setToken(token: string | undefined): void;
  /** The connection is another. */
  told(): void;
  caughtUp(isSo: boolean): void;
}

export function createSpeaker(needs: SpeakerNeeds, ports: TalkPorts): Speaker {
  const { later, read } = needs;
  let isShown = false;
  let isAlone = true;
  let theirStatus: ConnectionStatus = 'closed';
  let ourStatus: ConnectionStatus = 'closed';
  let helloFor: string | undefined;

  const isSpeaker = () => isShown && (isAlone || lead.role() === 'leader');
  const say = (said: Said) => lead.post(said);
  const become = (next: Talk, change: Change) => {
    needs.become(next, change);
    review();
  };
  const learn = (frame: ToConsumerFrame, isOurs: boolean) => {
    if (isOurs) say({ type: 'frame', frame });
    if (isOurs) driver.hear(frame);
    if (frame.type === 'started') look();
    if (frame.type === 'welcome') needs.setToken(frame.token);
    become(learnFrame(read(), frame), { frame, isOurs });
  };
  const sayHere = () => say(hereOf(needs, ourStatus));
  const review = () => {
    if (isSpeaker() && needsSocket(read())) connection.open();
    else if (ourStatus !== 'closed') connection.close();
    driver.sync();
  };

  const look = createLook(ports.source, needs, (news) => {
    driver.tell(news);
    say({ type: 'news', news });
  });

  const driver = createDriver({
    ...needs,
    send: (frame) => connection.send(frame),
  });
  const connection = createConnection({
    ...ports,
    later,
    hello() {
      helloFor = read().conversationId;
      return createHello(needs);
    },
    refused: () => needs.setToken(undefined),
    hear: (frame) => learn(frame, true),
    told(status) {
      ourStatus = status;
      if (isSpeaker()) say({ type: 'status', status });
      if (status === 'open') driver.begin(helloFor);
      else driver.stop();
      needs.told();
    },
  });
  const hear = createHear({
    ...needs,
    lead: () => lead,
    say,
    sayHere,
    isSpeaker,
    become,
    learn,
    tell: driver.tell,
    setStatus: (status) => (theirStatus = status),
  });
  const lead = createLead({
    ...needs,
    ports: ports.tabs,
    hear,
    ask: () => say({ type: 'who' }),
    became(role) {
      if (role === 'leader') sayHere();
      review();
      needs.told();
    },
  });
  return {
    status: () => (isSpeaker() ? ourStatus : theirStatus),
    isSpeaker,
    review,
    enter(alone) {
      isShown = true;
      isAlone = alone;
      if (!alone) lead.join();
      review();
      look();
    },
    leave() {
      isShown = false;
      lead.leave();
      connection.close();
    },
    acted(act) {
      say({ type: 'act', act });
      review();
    },
    nudge() {
      lead.check();
      connection.nudge();
    },
    reconnect() {
      connection.close();
      review();
    },
  };
}

/** NET3: no socket without a conversation. */
const needsSocket = (talk: Talk) =>
  isOpen(talk) ||
  isBehind(talk) ||
  talk.outbox.some(({ status }) => status === 'sending');

const hereOf = ({ read, token }: SpeakerNeeds, status: ConnectionStatus) =>
  ({ type: 'here', talk: read(), status, token: token() }) as const;

function createHello({ read, token, visitorId }: SpeakerNeeds) {
  const { conversationId, ...talk } = read();
  const known = token();
  return {
    type: 'hello',
    visitorId: visitorId(),
    ...(known && { token: known }),
    ...(conversationId && {
      resume: [{ conversationId, after: lastSeqOf(talk) }],
    }),
  } as const;
}

import type { WindowHost } from '../host.ts';
import type { Change, ConnectionStatus, Speaker } from '../talk/speaker.ts';
import type { TalkPart } from '../talk/talk-part.ts';
import { applyAct, type Act } from './apply-act.ts';
import { isBehind, isOpen, type Talk } from './talk.ts';

export type { Change };

/** One conversation, the same in every tab of the origin. What carries it is
 * fetched when there is something to say, or to hear. */
export interface SharedTalk {
  read(): Talk;
  act(act: Act): void;
  /** What was kept comes in late (WM5). */
  revise(change: (talk: Talk) => Talk): void;
  /** Once it is there. */
  part(): TalkPart | undefined;
  token(): string | undefined;
  status(): ConnectionStatus;
  /** Whether this tab speaks with the gateway. */
  isSpeaker(): boolean;
  /** The page is shown; `isAlone`: nothing may be shared (ST2). */
  enter(isAlone: boolean): void;
  leave(): void;
  /** The visitor, or the network, is back. */
  nudge(): void;
  /** The visitor is about to talk. */
  summon(): void;
  /** Asks for everything anew (DL4). */
  reconnect(): void;
  /** The visitor is nobody again, or another. */
  forget(talk: Talk, token?: string): void;
}

interface SharedTalkNeeds {
  readonly host: WindowHost;
  readonly talk: Talk;
  readonly token: string | undefined;
  /** The talk, or the connection, is another. */
  changed(before: Talk, change: Change): void;
  caughtUp(isSo: boolean): void;
  loaded(part: TalkPart): void;
}

export function createSharedTalk(needs: SharedTalkNeeds): SharedTalk {
  const { host } = needs;
  let { talk, token } = needs;
  let part: TalkPart | undefined;
  let speaker: Speaker | undefined;
  let isSummoned = false;
  /** Undefined while the page is not shown. */
  let isAlone: boolean | undefined;

  const become = (next: Talk, change: Change) => {
    const before = talk;
    talk = next;
    needs.changed(before, change);
  };
  const summon = () => {
    if (isSummoned) return;
    isSummoned = true;
    host
      .talk()
      .then((got) => {
        part = got;
        needs.loaded(part);
        speaker = part.createSpeaker({
          read: () => talk,
          token: () => token,
          visitorId: host.visitorId,
          later: host.later,
          isVisible: host.isVisible,
          become,
          setToken: (next) => (token = next),
          told: () => needs.changed(talk, { isOurs: false }),
          caughtUp: needs.caughtUp,
        });
        if (isAlone !== undefined) speaker.enter(isAlone);
      })
      // LD4: without it nothing can be said; who tries is told.
      .catch(() => (isSummoned = false));
  };
  /** There is something to hear, or to say. */
  const review = () => {
    if (isOpen(talk) || isBehind(talk) || talk.outbox.length) summon();
  };
  return {
    read: () => talk,
    part: () => part,
    token: () => token,
    status: () => speaker?.status() ?? 'closed',
    isSpeaker: () => speaker?.isSpeaker() ?? false,
    summon,
    act(act) {
      become(applyAct(talk, act), { isOurs: true, isOwn: true });
      speaker?.acted(act);
    },
    revise(change) {
      become(change(talk), { isOurs: false });
      speaker?.review();
    },
    enter(alone) {
      isAlone = alone;
      speaker?.enter(alone);
      review();
    },
    leave() {
      isAlone = undefined;
      speaker?.leave();
    },
    nudge() {
      speaker?.nudge();
      if (isAlone !== undefined) review();
    },
    reconnect: () => speaker?.reconnect(),
    forget(fresh, other) {
      token = other;
      become(fresh, { isOurs: false });
      speaker?.reconnect();
    },
  };
}

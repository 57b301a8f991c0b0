import type { EngineState } from '@beckon/rules';
import type { VisitEvent } from '@beckon/schema/types';
import type { Message, Said } from './message.ts';

export interface LogHost extends LogSeat {
  /** Takes an entry of another tab in, and decides. */
  apply(event: VisitEvent): void;
  readState(): EngineState;
  /** Goes on from the leader's state, with what it does not have yet. */
  adopt(state: EngineState, own: readonly VisitEvent[]): void;
  /** When a tab that said goodbye has closed its channel. */
  later(run: () => void): void;
}

/**
 * The session's log of an origin: one tab, the leader, appends what all tabs
 * tell, and numbers it (SE6). The others take their own in at once, and when
 * the log has it in another order, go on from the leader's state.
 */
export interface SessionLog {
  /** This tab told something. */
  share(event: VisitEvent): void;
  hear(message: Message): void;
  /** @param told What this tab told before it was known who leads. */
  follow(told: readonly VisitEvent[]): void;
  lead(): void;
  /** Whoever wants the lead may have it. */
  letGo(): void;
}

/** Where a tab sits among the tabs. */
export interface LogSeat {
  readonly name: string;
  post(said: Said): void;
  /** Another tab has the lead from now on. */
  follow(): void;
}

/** What a tab told while it was the only one. */
export interface LogStart {
  readonly isLeader: boolean;
  /** How many entries the log has, all of them its own. */
  readonly order: number;
}

interface Told {
  readonly number: number;
  readonly event: VisitEvent;
}

export function createSessionLog(
  host: LogHost,
  start: LogStart = { isLeader: false, order: 0 },
): SessionLog {
  const { name: from } = host;
  /** Entries of the log so far. */
  let { isLeader, order } = start;
  let heard: Record<string, number> = { [from]: order };
  let told = order;
  /** What this tab told and the log does not have yet. */
  let pending: Told[] = [];
  /** The state was asked for, and has not come. */
  let isAsking = false;
  /** Entries that the other tabs were not told yet. */
  const held: Said[] = [];

  const flush = () => held.splice(0).forEach((entry) => host.post(entry));
  const append = (by: string, { number, event }: Told) => {
    order++;
    heard[by] = number;
    held.push({ type: 'accepted', order, by, number, event });
    // NET3: Firefox keeps no page that hears an answer to its goodbye.
    if (by !== from && event.type === 'tab' && event.state === 'closed')
      host.later(flush);
    else flush();
  };
  const ask = () => {
    isAsking = true;
    host.post({ type: 'hello' });
  };
  const tell = (each: Told) => host.post({ type: 'told', ...each });

  const accept = (entry: Extract<Message, { type: 'accepted' }>) => {
    if (isLeader || isAsking) return;
    const isNext = entry.order === order + 1;
    order = entry.order;
    heard[entry.by] = entry.number;
    const isOwn = entry.by === from;
    if (isOwn) pending = pending.filter(({ number }) => number > entry.number);
    // Ours was taken in before this one, which the log has before ours.
    else if (pending.length || !isNext) ask();
    else host.apply(entry.event);
  };

  const adopt = (message: Extract<Message, { type: 'state' }>) => {
    if (isLeader || !isAsking) return;
    isAsking = false;
    order = message.order;
    heard = { ...message.heard };
    const last = heard[from] ?? 0;
    pending = pending.filter(({ number }) => number > last);
    host.adopt(
      message.state,
      pending.map(({ event }) => event),
    );
  };

  return {
    share(event) {
      const each = { number: ++told, event };
      if (isLeader) return append(from, each);
      pending.push(each);
      tell(each);
    },
    follow(events) {
      isLeader = false;
      pending.push(...events.map((event) => ({ number: ++told, event })));
      pending.forEach(tell);
      ask();
    },
    lead() {
      isLeader = true;
      isAsking = false;
      // What nobody accepted is accepted now; it was taken in already.
      for (const each of pending.splice(0)) append(from, each);
      host.post({ type: 'lead' });
    },
    letGo() {
      flush();
      isLeader = false;
    },
    hear(message) {
      switch (message.type) {
        case 'told':
          if (!isLeader || message.number <= (heard[message.from] ?? 0)) return;
          host.apply(message.event);
          return append(message.from, message);
        case 'accepted':
          return accept(message);
        case 'state':
          return adopt(message);
        case 'lead':
          host.follow();
          isLeader = false;
          pending.forEach(tell);
          return ask();
        case 'hello':
          if (!isLeader) return;
          flush();
          return host.post({
            type: 'state',
            order,
            heard,
            state: host.readState(),
          });
        case 'consent':
        case 'logout':
          // Not of the log.
          return;
      }
    },
  };
}

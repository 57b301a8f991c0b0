import type { VisitEvent } from '@beckon/schema/types';
import { seldom } from './seldom.ts';
import type { LogSeat, LogStart, SessionLog } from './session-log.ts';

type Waiting = readonly [keyof SessionLog, unknown];

/**
 * The session's log of a tab that has heard of no other: it counts its entries,
 * and nobody is there to be told. What agrees with others comes with the first
 * word of one, or when another has the lead; until then all waits in order.
 *
 * @param load Makes the log that goes on from there; rejects when it cannot be
 * had: then this tab goes on by itself, and asks again when there is a reason
 * to (LD4).
 */
export function createLoneLog(
  { post }: LogSeat,
  load: (start: LogStart) => Promise<SessionLog>,
): SessionLog {
  const own = { isLeader: false, order: 0 };
  let log: SessionLog | undefined;
  let isLoading = false;
  /** Another tab leads, or was heard. */
  let hasCompany = false;
  let waiting: Waiting[] = [];

  const later = seldom((what: keyof SessionLog, given?: unknown) => {
    hasCompany = true;
    waiting.push([what, given]);
    if (log) return drain(log);
    if (isLoading) return;
    isLoading = true;
    load(own)
      .then((loaded) => drain((log = loaded)))
      .catch(() => {
        isLoading = false;
        waiting = [];
      });
  });
  const drain = seldom((to: SessionLog) => {
    for (let next; (next = waiting.shift());)
      (to[next[0]] as (given: unknown) => void)(next[1]);
  });
  return {
    share(event) {
      if (isLoading || (hasCompany && !own.isLeader)) later('share', event);
      else if (own.isLeader) own.order++;
      // Who leads is not known yet, and that is no reason to ask for more.
      else waiting.push(['share', event]);
    },
    hear: (message) => later('hear', message),
    follow: seldom((told: readonly VisitEvent[]) => {
      // What it told before it joined comes before what it told since.
      const isShared = (each: Waiting) => each[0] === 'share';
      const shared = waiting.filter(isShared).map((each) => each[1]);
      waiting = waiting.filter((each) => !isShared(each));
      later('follow', [...told, ...shared]);
    }),
    lead() {
      if (isLoading) return later('lead');
      own.isLeader = true;
      own.order += waiting.length;
      waiting = [];
      // One that let go of the lock may be listening.
      post({ type: 'lead' });
    },
    letGo: seldom(() => {
      if (isLoading) return later('letGo');
      own.isLeader = false;
    }),
  };
}

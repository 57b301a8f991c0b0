import type { LogSeat, LogStart, SessionLog } from './session-log.ts';

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
  let waiting: ((log: SessionLog) => void)[] = [];

  const later = (run: (log: SessionLog) => void) => {
    if (log) return run(log);
    waiting.push(run);
    if (waiting[1]) return;
    load(own)
      .then((loaded) => {
        log = loaded;
        waiting.forEach((each) => each(loaded));
      })
      .catch(() => (waiting = []));
  };
  const isLone = () => !log && !waiting[0] && own.isLeader;
  return {
    share(event) {
      if (isLone()) own.order++;
      else later((others) => others.share(event));
    },
    hear: (message) => later((others) => others.hear(message)),
    follow: (told) => later((others) => others.follow(told)),
    lead() {
      if (log ?? waiting[0]) return later((others) => others.lead());
      own.isLeader = true;
      // One that let go of the lock may be listening.
      post({ type: 'lead' });
    },
  };
}

/** One direction of one conversation. */
export interface Lane {
  /** Sends a message of this name. */
  send(clientId: string): void;
}

export interface Observer {
  onAcknowledged?(lane: Lane): void;
  onArrived?(afterMs: number): void;
}

/** Who sent what, and what became of it. */
export interface Ledger {
  /** Sends the next message of a lane. */
  send(lane: Lane): void;
  acknowledged(clientId: string): void;
  /** It came to the other side. */
  arrived(clientId: string): void;
  /** Something went wrong, and with it the bench. */
  fail(error: Error): void;
  observe(observer: Observer): void;
  /** Resolves when all that was sent is acknowledged and has arrived, once. */
  settle(): Promise<void>;
}

interface Sent {
  readonly lane: Lane;
  readonly at: number;
  isAcknowledged: boolean;
  isArrived: boolean;
}

const MAX_SETTLE_MS = 60_000;
const LOOK_MS = 20;

export function createLedger(): Ledger {
  const underWay = new Map<string, Sent>();
  let observer: Observer = {};
  let problem: Error | undefined;
  let count = 0;

  const fail = (error: Error): void => {
    problem ??= error;
  };
  const mark = (
    clientId: string,
    what: 'isAcknowledged' | 'isArrived',
  ): Sent | undefined => {
    const sent = underWay.get(clientId);
    if (sent === undefined || sent[what]) {
      fail(new Error(`A message came twice, or was never sent: ${clientId}.`));
      return undefined;
    }
    sent[what] = true;
    if (sent.isAcknowledged && sent.isArrived) underWay.delete(clientId);
    return sent;
  };

  return {
    fail,
    send(lane) {
      count += 1;
      const clientId = `message-${count}`;
      const at = performance.now();
      const sent = { lane, at, isAcknowledged: false, isArrived: false };
      underWay.set(clientId, sent);
      lane.send(clientId);
    },
    acknowledged(clientId) {
      const sent = mark(clientId, 'isAcknowledged');
      if (sent) observer.onAcknowledged?.(sent.lane);
    },
    arrived(clientId) {
      const sent = mark(clientId, 'isArrived');
      if (sent) observer.onArrived?.(performance.now() - sent.at);
    },
    observe(given) {
      observer = given;
    },
    async settle() {
      const deadline = performance.now() + MAX_SETTLE_MS;
      while (underWay.size > 0 && performance.now() < deadline && !problem)
        await new Promise((resolve) => {
          setTimeout(resolve, LOOK_MS);
        });
      if (problem) throw problem;
      if (underWay.size > 0)
        throw new Error(
          `Failed to get all messages through: ${underWay.size} did not come in ${MAX_SETTLE_MS / 1000} s.`,
        );
    },
  };
}

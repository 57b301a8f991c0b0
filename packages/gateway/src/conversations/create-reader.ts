import type { EventFrame } from '@beckon/schema/types';

export interface Reader {
  /** An event that was stored, in any order. */
  offer(event: EventFrame): void;
  /** Sends again what comes after a number. */
  readFrom(after: number): void;
  stop(): void;
}

export interface ReaderOptions {
  /** The last event that the reader has. */
  readonly after: number;
  readonly load: (
    after: number,
    limit: number,
  ) => Promise<readonly EventFrame[]>;
  readonly send: (event: EventFrame) => void;
  /** Told when events could not be loaded (DL4). */
  readonly onFailure: () => void;
}

/** So few that a page of the longest messages is no burden. */
const PAGE = 50;

/**
 * Sends the events of a conversation in order and without gaps (DL1): what is
 * offered comes as it is where it follows the last one, and anything missing is
 * loaded first.
 */
export function createReader(options: ReaderOptions): Reader {
  const { load, send, onFailure } = options;
  let last = options.after;
  /** What is known to be there; the database may have more. */
  let known = last;
  let isLoading = false;
  let isStopped = false;
  /** Counts how often the place was set anew while something was loaded. */
  let turns = 0;

  const pass = (event: EventFrame): void => {
    if (event.seq !== last + 1) return;
    last = event.seq;
    send(event);
  };

  const loadOnce = async (): Promise<boolean> => {
    const turn = turns;
    const knownBefore = known;
    const events = await load(last, PAGE);
    if (isStopped) return false;
    // What was asked for meanwhile begins at another place.
    if (turn !== turns) return true;
    for (const event of events) pass(event);
    if (events.length === PAGE) return true;
    // Offered while this was loaded: it may have come too late to be in it.
    return last < known && (events.length > 0 || knownBefore < known);
  };

  const loadAll = async (): Promise<void> => {
    isLoading = true;
    try {
      while (await loadOnce());
    } catch {
      // Told to the client, which asks again; the store logs why.
      if (!isStopped) onFailure();
    } finally {
      isLoading = false;
    }
  };

  return {
    offer(event) {
      known = Math.max(known, event.seq);
      if (isStopped || isLoading || event.seq <= last) return;
      if (event.seq === last + 1) pass(event);
      else void loadAll();
    },
    readFrom(after) {
      // A place that is not reached yet would swallow what comes before it.
      last = Math.min(after, Math.max(last, known));
      turns += 1;
      if (!isLoading) void loadAll();
    },
    stop() {
      isStopped = true;
    },
  };
}

import type { BrowserContext, Page, Request } from 'playwright';

/** A clock that stands still but when it is told to go on. */
export interface Pacer {
  /** Lets time pass to a moment, in epoch ms; one that has passed is now. */
  goTo(at: number): Promise<void>;
  /** Lets what was begun come to its end: requests, messages, short timers. */
  settle(): Promise<void>;
}

/** Longer waits fire each timer once, as in a browser that slept. */
const MAX_WALK_MS = 1_900_000;

const MAX_PACES = 100;

/** Decisions take effect within 250 ms (SL4). */
const SETTLE_MS = 250;
const SETTLE_STEPS = 10;

/** A page's request is heard of a moment after it was made: an answer brings
 * another decision, which may ask again. */
const QUIET_TURNS = 3;

/** Takes the clock of all tabs of a context. */
export async function createPacer(
  context: BrowserContext,
  startAt: number,
): Promise<Pacer> {
  const { clock } = context;
  const pending = watchRequests(context);
  await clock.install({ time: startAt - 1000 });
  await clock.pauseAt(startAt);
  let now = startAt;
  const pass = async (ms: number): Promise<void> => {
    if (ms <= 0) return;
    if (ms > MAX_WALK_MS) await clock.fastForward(ms);
    else await clock.runFor(ms);
    now += ms;
  };
  const rest = async (): Promise<void> => {
    let quiet = 0;
    for (let round = 0; round < 200 && quiet < QUIET_TURNS; round++) {
      await Promise.all(context.pages().map(turn));
      quiet = pending.size === 0 ? quiet + 1 : 0;
    }
  };
  return {
    async goTo(at) {
      // In paces, so that what is asked of the gateway on the way is answered
      // on the way: no clock holds the network up.
      const pace = Math.max(SETTLE_MS, (at - now) / MAX_PACES);
      while (at > now) {
        await pass(
          at - now > MAX_WALK_MS ? at - now : Math.min(pace, at - now),
        );
        await rest();
      }
    },
    async settle() {
      for (let step = 0; step < SETTLE_STEPS; step++) {
        await rest();
        await pass(SETTLE_MS / SETTLE_STEPS);
      }
      await rest();
    },
  };
}

/** What pages wait for: not what they send, nor what a page that left asked. */
function watchRequests(context: BrowserContext): ReadonlySet<Request> {
  const pending = new Set<Request>();
  context.on('request', (request) => {
    if (request.isNavigationRequest())
      for (const other of pending)
        if (other.frame() === request.frame()) pending.delete(other);
    if (request.method() === 'GET') pending.add(request);
  });
  context.on('requestfinished', (request) => pending.delete(request));
  context.on('requestfailed', (request) => pending.delete(request));
  return pending;
}

/** Once around the page's event loop, by a message, which no clock holds up. */
function turn(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve();
        };
        port2.postMessage(0);
      }),
  );
}

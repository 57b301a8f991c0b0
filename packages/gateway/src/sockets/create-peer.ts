import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { describeError } from '../http/describe-error.ts';
import type { Metrics } from '../metrics.ts';
import { CLOSE, type Connection } from './connection.ts';
import { problemFrame, type FrameProblem } from './frame-problem.ts';
import { createLiveness, type LivenessTimes } from './liveness.ts';
import type { ReadFrame } from './read-frame.ts';

/** What is known of any frame. */
interface AnyFrame {
  readonly type: string;
  readonly conversationId?: string;
  readonly clientId?: string;
  readonly requestId?: string;
}

/** One side of a conversation on one connection. */
export interface Session<Frame> {
  isGreeted(): boolean;
  /** @returns What was wrong with the frame. */
  handle(frame: Frame): Promise<FrameProblem | undefined>;
  end(): void;
}

export interface PeerOptions<Frame> {
  readonly side: 'consumer' | 'agent';
  readonly connection: Connection;
  readonly session: Session<Frame>;
  readonly read: (text: string) => ReadFrame<Frame>;
  /** GW4: after how many ms a frame of this address may come. */
  readonly limit: () => number;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly times?: LivenessTimes;
}

export interface Peer {
  /** Takes a frame; resolves when it is dealt with. */
  receive(text: string): Promise<void>;
  /** The connection is closed. */
  gone(): void;
  /** GW7: says goodbye, finishes what was taken, and closes. */
  dismiss(): Promise<void>;
}

/** So many frames may wait for those before them. */
const MAX_WAITING = 64;

/** For so long nothing is read of a client that sends too much. */
const MAX_HOLD_MS = 1000;
const UNREF = { ref: false } as const;

/** When a client may try again what the database did not take. */
const RETRY_MS = 1000;

/** What a frame is about, so that a problem can be told of it. */
interface About {
  readonly clientId?: string | undefined;
  readonly conversationId?: string | undefined;
}

/**
 * Takes the frames of one connection, one after the other: reads each, answers
 * what is wrong with it, and hands the rest to the session.
 */
export function createPeer<Frame extends AnyFrame>(
  options: PeerOptions<Frame>,
): Peer {
  const { connection, session } = options;
  let isOver = false;
  let waiting = 0;
  let last = Promise.resolve();

  const over = (): void => {
    isOver = true;
    liveness.stop();
    session.end();
  };
  const close = (code: number, reason: string): void => {
    if (isOver) return;
    over();
    connection.close(code, reason);
  };
  const liveness = createLiveness(
    {
      isGreeted: () => session.isGreeted(),
      ping: (n) => connection.send({ type: 'ping', n }),
      giveUp: (reason) => close(CLOSE.silent, reason),
    },
    options.times,
  );
  const handle = async (frame: Frame): Promise<void> => {
    if (isOver || (await handleFrame(options, frame))) return;
    // What follows must not overtake it: the client sends all again (DL3).
    close(CLOSE.tryLater, 'not kept');
  };

  const holdFor = createHold(connection);
  return {
    async receive(text) {
      if (isOver) return;
      liveness.heard();
      const waitMs = options.limit();
      const frame = takeFrame(options, text, waitMs);
      if (waitMs > 0) {
        // What goes on all the same is read no faster.
        await holdFor(wait(Math.min(waitMs, MAX_HOLD_MS), null, UNREF));
        return;
      }
      if (frame === undefined) return;
      waiting += 1;
      last = last.then(() => handle(frame));
      if (waiting === MAX_WAITING) await holdFor(last);
      else await last;
      waiting -= 1;
    },
    gone() {
      if (!isOver) over();
    },
    async dismiss() {
      if (isOver) return;
      connection.send({ type: 'goodbye', reconnectAfterMs: spread() });
      await last;
      close(CLOSE.goingAway, 'the gateway stops');
    },
  };
}

/** Reads nothing of a client until something is done. */
function createHold(
  connection: Connection,
): (until: Promise<unknown>) => Promise<void> {
  let holds = 0;
  return async (until) => {
    holds += 1;
    connection.pause();
    await until;
    holds -= 1;
    if (holds === 0) connection.resume();
  };
}

/** Reads a frame and answers at once what needs no session. */
function takeFrame<Frame extends AnyFrame>(
  options: PeerOptions<Frame>,
  text: string,
  waitMs: number,
): Frame | undefined {
  const { side, connection, read, metrics } = options;
  const result = read(text);
  const type = result.status === 'read' ? result.frame.type : result.status;
  metrics.count('beckon_frames_total', { side, type });
  if (waitMs > 0) {
    const problem = { code: 'rate-limited', retryAfterMs: waitMs } as const;
    refuse(options, problem, aboutRead(result));
    return undefined;
  }
  if (result.status === 'refused')
    refuse(options, { code: result.code }, result);
  if (result.status !== 'read') return undefined;
  const { frame } = result;
  if (frame.type === 'ping')
    connection.send({ type: 'pong', n: 'n' in frame ? frame.n : 0 });
  return frame.type === 'ping' || frame.type === 'pong' ? undefined : frame;
}

/** @returns False where the frame was not kept. */
async function handleFrame<Frame extends AnyFrame>(
  options: PeerOptions<Frame>,
  frame: Frame,
): Promise<boolean> {
  const { session, side, log } = options;
  const about = aboutFrame(frame);
  if (!session.isGreeted() && frame.type !== 'hello') {
    refuse(options, { code: 'hello-expected' }, about);
    return true;
  }
  try {
    const problem = await session.handle(frame);
    if (problem) refuse(options, problem, about);
    return true;
  } catch (error) {
    const facts = { side, type: frame.type, err: describeError(error) };
    log.error(facts, 'frame failed');
    refuse(options, { code: 'not-kept', retryAfterMs: RETRY_MS }, about);
    return false;
  }
}

function refuse(
  {
    metrics,
    connection,
  }: Pick<PeerOptions<AnyFrame>, 'metrics' | 'connection'>,
  problem: FrameProblem,
  about: About,
): void {
  metrics.count('beckon_frame_problems_total', { code: problem.code });
  connection.send(problemFrame(problem, about));
}

const aboutFrame = ({
  clientId,
  requestId,
  conversationId,
}: AnyFrame): About => ({ clientId: clientId ?? requestId, conversationId });

function aboutRead(read: ReadFrame<AnyFrame>): About {
  if (read.status === 'read') return aboutFrame(read.frame);
  return read.status === 'refused' ? read : {};
}

/** So that not all come back at the same moment. */
const spread = (): number => 250 + Math.floor(Math.random() * 1000);

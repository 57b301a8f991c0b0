import type { AgentFrame } from '@beckon/schema/types';
import type { Ports } from './ports.ts';

const SILENCE_MS = 20_000;
const ANSWER_MS = 10_000;

/** Notices a connection that is open by name only (WS3). */
export interface Liveness {
  start(): void;
  stop(): void;
  /** Something arrived. */
  heard(): void;
  /** Asks now instead of after the silence. */
  probe(): void;
}

export function createLiveness(
  ports: Pick<Ports, 'later'>,
  send: (frame: AgentFrame) => boolean,
  onDead: () => void,
): Liveness {
  let pings = 0;
  let running = false;
  let probing = false;
  let cancel: () => void = () => {};

  function watch() {
    cancel();
    probing = false;
    if (running) cancel = ports.later(probe, SILENCE_MS);
  }

  function probe() {
    if (!running || probing) return;
    cancel();
    probing = true;
    cancel = ports.later(onDead, ANSWER_MS);
    send({ type: 'ping', n: ++pings });
  }

  return {
    start() {
      running = true;
      watch();
    },
    stop() {
      running = false;
      cancel();
    },
    heard: watch,
    probe,
  };
}

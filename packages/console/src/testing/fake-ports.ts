import type { AgentFrame, ToAgentFrame } from '@beckon/schema/types';
import type {
  Answer,
  PageSignal,
  Ports,
  Shelf,
  Sound,
  WireEvents,
  WireKind,
} from '../model/ports.ts';

interface Clock {
  now(): number;
  later(run: () => void, ms: number): () => void;
}

/** One connection as the gateway's side has it. */
export interface FakeLine {
  readonly kind: WireKind;
  readonly events: WireEvents;
  /** What the console sent, the hello first. */
  readonly sent: AgentFrame[];
  isClosed: boolean;
}

/** A gateway and a browser in one hand, for tests and the harness. */
export interface FakePorts {
  readonly ports: Ports;
  readonly lines: FakeLine[];
  readonly asked: { method: string; path: string; body: unknown }[];
  readonly sounds: Sound[];
  /** What HTTP answers, by "METHOD path". */
  readonly answers: Map<string, Answer>;
  /** The line that is not closed. */
  line(): FakeLine;
  open(): void;
  push(...frames: readonly ToAgentFrame[]): void;
  /** The gateway's side, the network, or a proxy ends it. */
  drop(): void;
  /** All that was sent over all lines, hellos too. */
  sent<T extends AgentFrame['type']>(
    type: T,
  ): Extract<AgentFrame, { type: T }>[];
  setLookedAt(isLookedAt: boolean): void;
  signal(signal: PageSignal): void;
}

export function createShelf(): Shelf {
  const kept = new Map<string, string>();
  return {
    read: (name) => kept.get(name),
    write: (name, text) => void kept.set(name, text),
    erase: (name) => void kept.delete(name),
  };
}

export interface FakePortsOptions {
  readonly clock: Clock;
  /** The shelf of a tab that was here before. */
  readonly keep?: Shelf;
  readonly random?: () => number;
}

export function createFakePorts(options: FakePortsOptions): FakePorts {
  const { clock, keep = createShelf(), random = () => 0.5 } = options;
  const lines: FakeLine[] = [];
  const asked: FakePorts['asked'] = [];
  const sounds: Sound[] = [];
  const answers = new Map<string, Answer>();
  const listeners = new Set<(signal: PageSignal) => void>();
  let isLookedAt = true;
  let count = 0;
  const line = () => {
    const last = lines.at(-1);
    if (!last || last.isClosed) throw new Error('No line is open.');
    return last;
  };
  const ports: Ports = {
    now: clock.now,
    later: clock.later,
    random,
    uuid: () => `id-${clock.now()}-${++count}`,
    request: (method, path, body) => {
      asked.push({ method, path, body });
      const answer = answers.get(`${method} ${path}`);
      return Promise.resolve(answer ?? { status: 404, body: undefined });
    },
    openWire(kind, hello, events) {
      const mine: FakeLine = {
        kind,
        events,
        sent: [decode(hello)],
        isClosed: false,
      };
      lines.push(mine);
      return {
        send: (text) => void mine.sent.push(decode(text)),
        close: () => void (mine.isClosed = true),
      };
    },
    keep,
    prefer: createShelf(),
    page: {
      isLookedAt: () => isLookedAt,
      on(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    play: (sound) => void sounds.push(sound),
  };
  return {
    ports,
    lines,
    asked,
    sounds,
    answers,
    line,
    open: () => line().events.onOpen(),
    push(...frames) {
      for (const frame of frames) line().events.onText(JSON.stringify(frame));
    },
    drop() {
      const last = line();
      last.isClosed = true;
      last.events.onClose();
    },
    sent: (type) =>
      lines.flatMap(({ sent }) => sent).filter((frame) => isOf(frame, type)),
    setLookedAt: (next) => void (isLookedAt = next),
    signal(signal) {
      for (const listener of listeners) listener(signal);
    },
  };
}

function isOf<T extends AgentFrame['type']>(
  frame: AgentFrame,
  type: T,
): frame is Extract<AgentFrame, { type: T }> {
  return frame.type === type;
}

// What the console sends is what it was typed to send.
function decode(text: string): AgentFrame {
  return JSON.parse(text) as AgentFrame;
}

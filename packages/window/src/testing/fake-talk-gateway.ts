import type {
  Author,
  ConsumerFrame,
  EventBody,
  EventFrame,
  ToConsumerFrame,
} from '@beckon/schema/types';
import type { HearWire, TalkPorts, Way, Wire } from '../talk/talk-ports.ts';

export const ROBIN: Author = { role: 'agent', id: 'robin', name: 'Robin Hale' };

/** A gateway with one conversation, in memory: it keeps what it acknowledges. */
export interface FakeTalkGateway {
  connect: TalkPorts['connect'];
  /** Frames that came, oldest first. */
  readonly heard: ConsumerFrame[];
  readonly events: EventFrame[];
  /** Ways that were opened. */
  readonly opened: Way[];
  /** Connections that stand. */
  live(): number;
  say(text: string, from?: Author): void;
  add(body: EventBody, from: Author): EventFrame;
  tell(frame: ToConsumerFrame): void;
  /** Cuts every connection. */
  cut(): void;
  /** What it does with new connections and messages. */
  readonly mood: {
    isDown: boolean;
    /** Has heard, and says nothing. */
    isSilent: boolean;
    blocks?: Way | undefined;
    /** Stores, but its answers are lost. */
    isDeaf: boolean;
    refuses?: { code: string; retryAfterMs?: number } | undefined;
    place: number | null;
    waitSeconds: number | null;
  };
}

export const CONVERSATION = 'c1';

export function createFakeTalkGateway(
  now: () => number,
  defer: (run: () => void) => void = queueMicrotask,
): FakeTalkGateway {
  const heard: ConsumerFrame[] = [];
  const events: EventFrame[] = [];
  const opened: Way[] = [];
  const ears = new Set<HearWire>();
  let state: 'none' | 'queued' | 'active' | 'ended' = 'none';
  const mood: FakeTalkGateway['mood'] = {
    isDown: false,
    isSilent: false,
    isDeaf: false,
    place: 1,
    waitSeconds: null,
  };
  const tell = (frame: ToConsumerFrame, to: Iterable<HearWire> = ears) => {
    if (mood.isDeaf) return;
    const text = JSON.stringify(frame);
    for (const ear of to) defer(() => ears.has(ear) && ear.frame(text));
  };
  const add = (body: EventBody, from: Author): EventFrame => {
    const event: EventFrame = {
      type: 'event',
      conversationId: CONVERSATION,
      seq: events.length + 1,
      at: now(),
      from,
      body,
    };
    events.push(event);
    if (body.kind === 'joined') state = 'active';
    if (body.kind === 'ended') state = 'ended';
    tell(event);
    if (body.kind === 'joined') tellState(from);
    if (body.kind === 'ended') tellState();
    return event;
  };
  const tellState = (agent?: Author) =>
    state !== 'none' &&
    tell({
      type: 'state',
      conversationId: CONVERSATION,
      state,
      place: state === 'queued' ? mood.place : null,
      expectedWaitSeconds: state === 'queued' ? mood.waitSeconds : null,
      ...(agent && { agent }),
    });
  const store = (
    frame: Extract<ConsumerFrame, { type: 'message' }>,
    ear: HearWire,
  ) => {
    const { clientId, content, conversationId } = frame;
    if (mood.refuses) {
      tell({ type: 'problem', clientId, ...mood.refuses }, [ear]);
      return;
    }
    const known = events.find(
      ({ body }) => body.kind === 'message' && body.clientId === clientId,
    );
    const event =
      known ??
      add({ kind: 'message', clientId, content }, { role: 'consumer' });
    const { at, seq } = event;
    tell({ type: 'ack', conversationId, clientId, seq, at }, [ear]);
  };
  const answer = (frame: ConsumerFrame, ear: HearWire) => {
    switch (frame.type) {
      case 'hello': {
        const conversations =
          state === 'none'
            ? []
            : [
                {
                  conversationId: CONVERSATION,
                  state,
                  lastSeq: events.length,
                  readSeq: 0,
                  skill: 'sales',
                },
              ];
        tell(
          {
            type: 'welcome',
            token: 't1',
            visitorId: 'v1',
            conversations,
            serverTime: now(),
          },
          [ear],
        );
        for (const { after } of frame.resume ?? [])
          events.slice(after).forEach((each) => tell(each, [ear]));
        return;
      }
      case 'resume':
        return events.slice(frame.after).forEach((each) => tell(each, [ear]));
      case 'start':
        state = state === 'none' ? 'queued' : state;
        tell(
          {
            type: 'started',
            requestId: frame.requestId,
            conversationId: CONVERSATION,
            state: 'queued',
            place: mood.place,
            expectedWaitSeconds: mood.waitSeconds,
          },
          [ear],
        );
        return;
      case 'message':
        return store(frame, ear);
      case 'end':
        add({ kind: 'ended', by: 'consumer' }, { role: 'consumer' });
        return;
      case 'ping':
        return tell({ type: 'pong', n: frame.n }, [ear]);
      case 'attributes': {
        const { clientId, conversationId } = frame;
        const at = now();
        tell({ type: 'ack', conversationId, clientId, seq: 0, at }, [ear]);
        return;
      }
      case 'delivered':
      case 'page':
      case 'pong':
      case 'read':
      case 'typing':
        return;
      default:
        return frame satisfies never;
    }
  };
  return {
    heard,
    events,
    opened,
    mood,
    add,
    live: () => ears.size,
    tell: (frame) => tell(frame),
    say: (text, from = ROBIN) =>
      void add(
        {
          kind: 'message',
          clientId: `agent ${events.length}`,
          content: { kind: 'text', text },
        },
        from,
      ),
    cut() {
      const all = [...ears];
      ears.clear();
      all.forEach((ear) => ear.closed());
    },
    connect(way, hear): Wire {
      opened.push(way);
      defer(() => {
        if (mood.isDown || mood.blocks === way) return hear.closed();
        ears.add(hear);
        hear.opened();
      });
      return {
        send(text) {
          if (!ears.has(hear)) return;
          const frame = JSON.parse(text) as ConsumerFrame;
          heard.push(frame);
          if (!mood.isSilent) answer(frame, hear);
        },
        close: () => void ears.delete(hear),
      };
    },
  };
}

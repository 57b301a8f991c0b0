import type { EventFrame, StartFrame } from '@beckon/schema/types';
import type { Store } from '../ports.ts';
import { createTalk, type Outgoing, type Talk } from './talk.ts';

const VERSION = 1;
/** Of a transcript, what is kept on the device. */
const MAX_EVENTS = 500;

/** What is drawn in the first frame (WM5): of the origin, in local storage. */
export interface Kept {
  readonly token?: string;
  readonly talk?: Omit<Talk, 'events' | 'held' | 'outbox' | 'start'>;
  readonly unread: number;
  readonly isMuted: boolean;
  readonly size?: Size;
  /** Written as the page went away, before the database could (DL3). */
  readonly unsent?: Unsent;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Of this tab. */
export interface KeptOfTab {
  readonly view: 'open' | 'minimized' | 'closed';
  /** CSS pixels from the end of the transcript; 0 follows what comes. */
  readonly fromEnd: number;
}

export interface Unsent {
  readonly start?: StartFrame;
  readonly outbox: readonly Outgoing[];
}

export interface Transcript {
  readonly conversationId: string;
  readonly events: readonly EventFrame[];
}

const parse = <Value extends object>(
  text: string | undefined,
): Value | undefined => {
  try {
    const value = JSON.parse(text ?? '') as { v?: unknown } & Value;
    return value?.v === VERSION ? value : undefined;
  } catch {
    // Nothing there, or nothing of ours.
    return undefined;
  }
};

/** Reads and writes what outlives a page. */
export function createMemory(store: Store) {
  return {
    read: () => parse<Kept>(store.readText()),
    readTab: () => parse<KeptOfTab>(store.readTabText()),
    write: (kept: Kept) =>
      store.writeText(JSON.stringify({ v: VERSION, ...kept })),
    writeTab: (kept: KeptOfTab) =>
      store.writeTabText(JSON.stringify({ v: VERSION, ...kept })),
    async readTranscript(id: string): Promise<readonly EventFrame[]> {
      const kept = (await store.read('transcript')) as Transcript | undefined;
      return kept?.conversationId === id ? kept.events : [];
    },
    writeTranscript: ({ conversationId, events }: Talk) =>
      conversationId
        ? store.write('transcript', {
            conversationId,
            events: events.slice(-MAX_EVENTS),
          } satisfies Transcript)
        : Promise.resolve(),
    readUnsent: async () => (await store.read('outbox')) as Unsent | undefined,
    writeUnsent: (unsent: Unsent) => store.write('outbox', unsent),
    erase: () => store.erase(),
  };
}

export type Memory = ReturnType<typeof createMemory>;

/** What of a talk is small enough for every page's start. */
export function essenceOf(talk: Talk): NonNullable<Kept['talk']> {
  const { events: _, held: __, outbox: ___, start: ____, ...rest } = talk;
  return rest;
}

/** A talk as it was kept, its transcript still to come. */
export const restoreTalk = (kept: NonNullable<Kept['talk']>): Talk => ({
  ...createTalk(kept),
  ...kept,
  isWriting: false,
});

export const unsentOf = ({ outbox, start }: Talk): Unsent => ({
  outbox: outbox.filter(({ status }) => status !== 'sent'),
  ...(start && { start }),
});

/** A talk with what was unsent, each once, in the order of writing. */
export function withUnsent(talk: Talk, unsent: Unsent): Talk {
  const known = new Set(talk.outbox.map(({ clientId }) => clientId));
  for (const { body } of talk.events)
    if (body.kind === 'message') known.add(body.clientId);
  const more = unsent.outbox.filter(({ clientId }) => !known.has(clientId));
  const start = talk.conversationId ? undefined : (talk.start ?? unsent.start);
  if (!more.length && start === talk.start) return talk;
  return {
    ...talk,
    outbox: [...talk.outbox, ...more].sort((one, two) => one.at - two.at),
    ...(start && { start, status: 'starting' as const }),
  };
}

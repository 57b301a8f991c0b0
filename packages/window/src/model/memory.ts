import type { StartFrame } from '@beckon/schema/types';
import type { Store } from '../ports.ts';
import { createTalk, type Outgoing, type Talk } from './talk.ts';

const VERSION = 1;

/** What is drawn in the first frame (WM5): of the origin, in local storage. */
export interface Kept {
  readonly token?: string;
  readonly talk?: Omit<Talk, 'events' | 'held' | 'outbox' | 'start'>;
  readonly unread: number;
  readonly isMuted: boolean;
  readonly isNotified?: boolean;
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

import type {
  Author,
  EventFrame,
  NoteFrame,
  PageRef,
} from '@beckon/schema/types';
import type { Talk, Unsent } from '../model/state.ts';
import { lastSeqOf } from '../model/talk.ts';
import { movesOf } from './journey.ts';

/** How long a group goes on without a pause. */
const GROUP_MS = 5 * 60_000;

export type MessageStatus =
  'sending' | 'sent' | 'delivered' | 'read' | 'failed';

export interface Line {
  /** Stays the same from unsent to stored. */
  readonly key: string;
  readonly text: string;
  readonly at: number;
  /** Of what agents wrote to the visitor. */
  readonly status?: MessageStatus;
  /** Written here and not stored. */
  readonly unsent?: Unsent;
}

export type TimelineItem =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly of: 'consumer' | 'agent' | 'note';
      readonly author: Author;
      readonly lines: readonly Line[];
    }
  | {
      readonly kind: 'happened';
      readonly key: string;
      readonly at: number;
      readonly event: EventFrame;
    }
  | {
      readonly kind: 'move';
      readonly key: string;
      readonly at: number;
      readonly page: PageRef;
    };

type Entry =
  | { readonly of: 'event'; readonly at: number; readonly event: EventFrame }
  | { readonly of: 'note'; readonly at: number; readonly note: NoteFrame }
  | { readonly of: 'move'; readonly at: number; readonly page: PageRef }
  | { readonly of: 'unsent'; readonly at: number; readonly unsent: Unsent };

/** A talk as it is read from top to bottom. */
export function buildTimeline(
  talk: Talk,
  self: Author,
  dayOf: (at: number) => string,
): TimelineItem[] {
  const items: TimelineItem[] = [];
  let day = '';
  for (const entry of entriesOf(talk)) {
    const itsDay = dayOf(entry.at);
    if (itsDay !== day) {
      items.push({ kind: 'day', key: `day-${itsDay}`, at: entry.at });
      day = itsDay;
    }
    addEntry(items, entry, talk, self);
  }
  return items;
}

/** Events keep their order whatever their clock said; the rest goes by time. */
function entriesOf(talk: Talk): Entry[] {
  let latest = 0;
  const events = talk.events.map((event): Entry => {
    latest = Math.max(latest, event.at);
    return { of: 'event', at: latest, event };
  });
  const notes = talk.notes.map((note): Entry => ({
    of: 'note',
    at: note.at,
    note,
  }));
  const moves = movesOf(talk).map(({ page, at }): Entry => ({
    of: 'move',
    at,
    page,
  }));
  const stored = [...events, ...notes, ...moves].toSorted(
    (one, other) => one.at - other.at,
  );
  const unsent = talk.outbox.map((one): Entry => {
    return { of: 'unsent', at: Math.max(one.at, latest), unsent: one };
  });
  return [...stored, ...unsent];
}

function addEntry(
  items: TimelineItem[],
  entry: Entry,
  talk: Talk,
  self: Author,
): void {
  switch (entry.of) {
    case 'move': {
      const key = `move-${entry.at}`;
      items.push({ kind: 'move', key, at: entry.at, page: entry.page });
      return;
    }
    case 'note': {
      const { note, at } = entry;
      const key = `note-${note.noteSeq}`;
      return addLine(items, 'note', note.from, { key, text: note.text, at });
    }
    case 'unsent': {
      const { unsent, at } = entry;
      const { clientId: key, text, status, kind } = unsent;
      const of = kind === 'note' ? 'note' : 'agent';
      return addLine(items, of, self, { key, text, at, status, unsent });
    }
    case 'event':
      return addEvent(items, entry.event, entry.at, talk);
  }
}

function addEvent(
  items: TimelineItem[],
  event: EventFrame,
  at: number,
  talk: Talk,
): void {
  const { body, from, seq } = event;
  // RT5: what somebody wrote after makes it history.
  if (body.kind === 'warned' && seq !== lastSeqOf(talk)) return;
  // That somebody was handed over says it already.
  if (body.kind === 'left' && body.why === 'transferred') return;
  if (body.kind !== 'message') {
    items.push({ kind: 'happened', key: `event-${seq}`, at, event });
    return;
  }
  const line = { key: body.clientId, text: body.content.text, at };
  if (from.role === 'consumer') return addLine(items, 'consumer', from, line);
  addLine(items, 'agent', from, { ...line, status: statusOf(talk, seq) });
}

function statusOf(talk: Talk, seq: number): MessageStatus {
  if (seq <= talk.readSeq) return 'read';
  return seq <= talk.deliveredSeq ? 'delivered' : 'sent';
}

function addLine(
  items: TimelineItem[],
  of: 'consumer' | 'agent' | 'note',
  author: Author,
  line: Line,
): void {
  const last = items.at(-1);
  const joins =
    last?.kind === 'group' &&
    last.of === of &&
    last.author.id === author.id &&
    line.at - (last.lines.at(-1)?.at ?? 0) < GROUP_MS;
  if (!joins) {
    items.push({ kind: 'group', key: line.key, of, author, lines: [line] });
    return;
  }
  items[items.length - 1] = { ...last, lines: [...last.lines, line] };
}

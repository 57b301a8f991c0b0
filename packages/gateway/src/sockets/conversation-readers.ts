import type { EventFrame } from '@beckon/schema/types';
import { createReader, type Reader } from '../conversations/create-reader.ts';
import type { Desk } from '../conversations/desk.ts';
import type { Connection } from './connection.ts';
import { problemFrame } from './frame-problem.ts';

/** The conversations that a connection reads along. */
export interface ConversationReaders {
  has(conversationId: string): boolean;
  /** Reads on from a number; one that is read already goes on. */
  open(conversationId: string, after: number): Reader;
  /** Reads again from a number. @returns Whether it is read at all. */
  readFrom(conversationId: string, after: number): boolean;
  offer(event: EventFrame): void;
  close(conversationId: string): void;
  stop(): void;
}

/** @see createReader */
export function createConversationReaders(
  { store, log }: Desk,
  connection: Connection,
): ConversationReaders {
  const readers = new Map<string, Reader>();
  /** Pages come one after the other, each when the one before is sent. */
  let last = Promise.resolve();
  const inTurn = <Result>(load: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(() => connection.sent()).then(load);
    last = turn.then(
      () => {},
      () => {},
    );
    return turn;
  };

  const create = (conversationId: string, after: number): Reader =>
    createReader({
      after,
      load: (from, limit) =>
        inTurn(() => store.readEvents({ conversationId, after: from, limit })),
      send: (event) => connection.send(event),
      onFailure() {
        log.error({ conversation: conversationId }, 'events not read');
        const about = { conversationId };
        connection.send(problemFrame({ code: 'not-read' }, about));
      },
    });

  return {
    has: (id) => readers.has(id),
    open(conversationId, after) {
      const known = readers.get(conversationId);
      if (known) return known;
      const reader = create(conversationId, after);
      readers.set(conversationId, reader);
      return reader;
    },
    readFrom(conversationId, after) {
      const reader = readers.get(conversationId);
      reader?.readFrom(after);
      return reader !== undefined;
    },
    offer(event) {
      readers.get(event.conversationId)?.offer(event);
    },
    close(conversationId) {
      readers.get(conversationId)?.stop();
      readers.delete(conversationId);
    },
    stop() {
      for (const reader of readers.values()) reader.stop();
      readers.clear();
    },
  };
}

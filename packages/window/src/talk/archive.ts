import type { EventFrame } from '@beckon/schema/types';
import type { Unsent } from '../model/memory.ts';
import { unsentOf } from '../model/memory.ts';
import type { Talk } from '../model/talk.ts';
import type { Database } from './talk-ports.ts';

/** Of a transcript, what is kept on the device. */
const MAX_EVENTS = 500;

interface Transcript {
  readonly conversationId: string;
  readonly events: readonly EventFrame[];
}

/** What of a talk is too long for local storage: transcript and outbox. */
export interface Archive {
  /**
   * What was kept (WM5).
   *
   * @param kept Written as the page went away, before the database could (DL3).
   * @returns What makes a talk whole with it.
   */
  recall(
    conversationId: string | undefined,
    kept: Unsent | undefined,
  ): Promise<(talk: Talk) => Talk>;
  writeTranscript(talk: Talk): void;
  writeUnsent(talk: Talk): void;
}

export function createArchive({ read, write }: Database): Archive {
  const readTranscript = async (id: string | undefined) => {
    const kept = (await read('transcript')) as Transcript | undefined;
    return id && kept?.conversationId === id ? kept.events : [];
  };
  const put = (...[record, value]: Parameters<Database['write']>) =>
    // ST5: as with storage off.
    void write(record, value).catch(() => {});
  return {
    async recall(conversationId, kept) {
      const [events, unsent] = await Promise.all([
        readTranscript(conversationId),
        read('outbox') as Promise<Unsent | undefined>,
      ]);
      return (talk) => {
        const isSame = talk.conversationId === conversationId;
        const whole =
          isSame && !talk.events.length ? { ...talk, events } : talk;
        const both = unsent ? withUnsent(whole, unsent) : whole;
        return kept ? withUnsent(both, kept) : both;
      };
    },
    writeTranscript({ conversationId, events }) {
      if (!conversationId) return;
      const transcript: Transcript = {
        conversationId,
        events: events.slice(-MAX_EVENTS),
      };
      put('transcript', transcript);
    },
    writeUnsent: (talk) => put('outbox', unsentOf(talk)),
  };
}

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

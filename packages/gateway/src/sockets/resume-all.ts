import type { HelloFrame } from '@beckon/schema/types';
import type { Desk } from '../conversations/desk.ts';
import type { Conversation } from '../store/rows.ts';
import type { Connection } from './connection.ts';
import type { ConversationReaders } from './conversation-readers.ts';
import { problemFrame } from './frame-problem.ts';

/**
 * Reads on where a hello says, also what the welcome did not list: an old one,
 * or one that ended meanwhile. What is not there, or not the client's, is told.
 */
export async function resumeAll(
  {
    desk,
    connection,
    readers,
  }: {
    readonly desk: Desk;
    readonly connection: Connection;
    readonly readers: ConversationReaders;
  },
  wanted: NonNullable<HelloFrame['resume']>,
  isOwn: (conversation: Conversation) => boolean,
): Promise<void> {
  const unlisted = wanted.filter(
    ({ conversationId }) => !readers.has(conversationId),
  );
  const ids = unlisted.map(({ conversationId }) => conversationId);
  const rows = await desk.store.listConversations(ids);
  for (const row of rows) if (isOwn(row)) readers.open(row.id, row.lastSeq);
  for (const { conversationId, after } of wanted)
    if (!readers.readFrom(conversationId, after))
      connection.send(
        problemFrame({ code: 'unknown-conversation' }, { conversationId }),
      );
}
